FROM registry.example.com/base/jre:17
COPY target/shop.jar /app/
# expect-next image/root-user info
CMD ["java", "-jar", "/app/shop.jar"]
