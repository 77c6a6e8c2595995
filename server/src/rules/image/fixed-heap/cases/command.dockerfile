FROM eclipse-temurin:17-jre
COPY shop.jar /
# expect-next image/fixed-heap info {option=-Xmx1g, where=command.dockerfile}
ENTRYPOINT ["java", "-Xmx1g", "-jar", "/shop.jar"]
#                    ^^^^^^
