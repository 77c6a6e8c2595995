# expect-next image/end-of-life-base info {product=Debian 10}
FROM maven:3.9-eclipse-temurin-17-buster AS build
RUN mvn -B package

# expect-next image/end-of-life-base warning {product=Ubuntu 20.04, date=2025-05-31}
FROM --platform=linux/amd64 eclipse-temurin:17-jre-focal
#                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
COPY --from=build /src/target/shop.jar /
CMD ["java", "-jar", "/shop.jar"]
