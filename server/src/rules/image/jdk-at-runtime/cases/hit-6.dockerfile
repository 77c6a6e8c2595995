# expect-next image/jdk-at-runtime info {image=azul/zulu-openjdk:21}
FROM azul/zulu-openjdk:21
COPY target/shop.jar /
CMD ["java", "-jar", "/shop.jar"]
