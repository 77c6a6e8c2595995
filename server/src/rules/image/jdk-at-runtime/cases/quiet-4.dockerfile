# clean-next image/jdk-at-runtime -- it is built here, which another rule tells of
FROM eclipse-temurin:17-jdk
COPY . /srv
RUN ./mvnw -B package
CMD ["java", "-jar", "/srv/target/shop.jar"]
