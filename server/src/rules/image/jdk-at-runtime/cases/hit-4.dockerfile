# expect-next image/jdk-at-runtime info {image=amazoncorretto:21-alpine}
FROM amazoncorretto:21-alpine
COPY target/shop.jar /
CMD ["java", "-jar", "/shop.jar"]
