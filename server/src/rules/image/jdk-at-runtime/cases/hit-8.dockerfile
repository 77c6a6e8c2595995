# expect-next image/jdk-at-runtime info {image=registry.access.redhat.com/ubi9/openjdk-17:1.20}
FROM registry.access.redhat.com/ubi9/openjdk-17:1.20
COPY target/shop.jar /
CMD ["java", "-jar", "/shop.jar"]
