# expect-next image/jdk-at-runtime info {image=bellsoft/liberica-openjdk-alpine:17}
FROM bellsoft/liberica-openjdk-alpine:17
COPY target/shop.jar /
CMD ["java", "-jar", "/shop.jar"]
