# expect-next image/jdk-at-runtime info {image=eclipse-temurin:17-jdk-alpine}
FROM eclipse-temurin:17-jdk-alpine
COPY target/shop.jar /
CMD ["java", "-jar", "/shop.jar"]
