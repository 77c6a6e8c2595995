# clean-next image/jdk-at-runtime -- a tool of the JDK is used
FROM eclipse-temurin:17-jdk
COPY . /srv
HEALTHCHECK CMD jcmd 1 VM.version
CMD ["java", "-jar", "/srv/shop.jar"]
