FROM maven:3.9-eclipse-temurin-21 AS build
# clean-next image/secret-in-image -- stays in the stage of the build
COPY settings.xml /root/.m2/settings.xml
COPY pom.xml .env ./
RUN mvn -q package
FROM eclipse-temurin:21-jre
COPY --from=build /app/target/shop.jar /shop.jar
# expect-next image/secret-in-image warning {file=.env}
COPY --from=build /app/.env /.env
# clean-next image/secret-in-image -- from an image of others
COPY --from=registry.example.com/certs:1 /demo.key /demo.key
CMD ["java", "-jar", "/shop.jar"]
