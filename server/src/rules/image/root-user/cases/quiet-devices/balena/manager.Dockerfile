FROM eclipse-temurin:21-jre
# clean-next image/root-user -- runs on devices, which no policy of a cluster reaches
USER root
COPY app.jar /app.jar
CMD ["java", "-jar", "/app.jar"]
