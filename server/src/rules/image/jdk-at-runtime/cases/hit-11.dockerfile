# expect-next image/jdk-at-runtime info {image=tomcat:9.0-jdk17-temurin}
FROM tomcat:9.0-jdk17-temurin
COPY target/shop.jar /
CMD ["java", "-jar", "/shop.jar"]
