FROM eclipse-temurin:21-jre
# clean-next image/no-dockerignore -- takes what it needs
COPY target/shop.jar /app/shop.jar
# clean-next image/no-dockerignore -- one folder
COPY config/ /app/config/
# clean-next image/no-dockerignore -- from a stage, not from the desk
COPY --from=docker.io/library/busybox:1.36 / /busybox/
CMD ["java", "-jar", "/app/shop.jar"]
