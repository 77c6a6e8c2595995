# expect-next image/single-stage warning {image=maven:3.9-eclipse-temurin-17}
FROM maven:3.9-eclipse-temurin-17
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
WORKDIR /app
COPY . .
RUN mvn -B clean package
ENV TZ=Asia/Seoul
CMD ["java", "-jar", "target/shop.jar"]
