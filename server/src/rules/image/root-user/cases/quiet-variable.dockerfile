FROM eclipse-temurin:17-jre
ARG APP_UID=10001
# clean-next image/root-user -- the default is no root
USER ${APP_UID}
CMD ["java", "-jar", "/app.jar"]
