FROM eclipse-temurin:21-jre
WORKDIR /app
COPY target/shop.jar ./
# expect-next image/declared-volume warning {paths=/app/uploads}
VOLUME /app/uploads
USER 10001
ENTRYPOINT ["java", "-jar", "shop.jar"]
