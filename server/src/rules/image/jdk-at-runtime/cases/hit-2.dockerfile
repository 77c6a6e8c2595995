# expect-next image/jdk-at-runtime info {image=eclipse-temurin:21}
FROM eclipse-temurin:21
COPY target/shop.jar /
CMD ["java", "-jar", "/shop.jar"]
