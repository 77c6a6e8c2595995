# clean-next image/jdk-at-runtime -- a tool that needs the JDK comes along
FROM eclipse-temurin:17-jdk
COPY . /srv
COPY arthas /opt/arthas
CMD ["java", "-jar", "/srv/shop.jar"]
