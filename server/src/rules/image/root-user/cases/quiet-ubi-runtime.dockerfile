FROM registry.access.redhat.com/ubi9/openjdk-17-runtime:1.20
COPY target/shop.jar /app/shop.jar
# clean-next image/root-user -- the publisher of the image sets another user
CMD ["java", "-jar", "/app/shop.jar"]
