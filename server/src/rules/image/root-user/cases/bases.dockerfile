FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn -B package

FROM eclipse-temurin:17-jre
WORKDIR /app
COPY --from=build /src/target/shop.jar ./
EXPOSE 8080
# expect-next image/root-user warning {image=eclipse-temurin:17-jre}
ENTRYPOINT ["java", "-jar", "shop.jar"]
