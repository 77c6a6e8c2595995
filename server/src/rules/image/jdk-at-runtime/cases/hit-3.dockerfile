# expect-next image/jdk-at-runtime info {image=openjdk:17-jdk-slim}
FROM openjdk:17-jdk-slim
COPY target/shop.jar /
CMD ["java", "-jar", "/shop.jar"]
