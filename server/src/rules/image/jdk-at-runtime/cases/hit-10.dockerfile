# expect-next image/jdk-at-runtime info {image=adoptopenjdk/openjdk11-openj9:alpine}
FROM adoptopenjdk/openjdk11-openj9:alpine
COPY target/shop.jar /
CMD ["java", "-jar", "/shop.jar"]
