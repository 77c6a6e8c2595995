# clean-next image/jdk-at-runtime -- only builds
FROM eclipse-temurin:21-jdk AS build
COPY . .
RUN ./gradlew bootJar

# clean-next image/jdk-at-runtime -- a JRE
FROM eclipse-temurin:21-jre
COPY --from=build /build/libs/shop.jar /
CMD ["java", "-jar", "/shop.jar"]
