# clean-next image/single-stage -- only builds
FROM maven:3.9-eclipse-temurin-17 AS build
COPY . .
# clean-next image/single-stage -- in a stage of its own
RUN mvn -B package
FROM eclipse-temurin:17-jre
COPY --from=build /target/shop.jar /
CMD ["java", "-jar", "/shop.jar"]
