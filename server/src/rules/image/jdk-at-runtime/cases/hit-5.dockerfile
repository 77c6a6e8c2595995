# expect-next image/jdk-at-runtime info {image=ibm-semeru-runtimes:open-17-jdk}
FROM ibm-semeru-runtimes:open-17-jdk
COPY target/shop.jar /
CMD ["java", "-jar", "/shop.jar"]
