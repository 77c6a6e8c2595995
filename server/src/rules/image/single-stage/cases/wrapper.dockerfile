FROM eclipse-temurin:21-jdk
WORKDIR /app
COPY . .
RUN chmod +x mvnw
# expect-next image/single-stage warning {tool=mvnw}
RUN ./mvnw -q package && cp target/shop-*.jar shop.jar
#     ^^^^
ENTRYPOINT ["java", "-jar", "shop.jar"]
