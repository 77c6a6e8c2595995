# A company's image: what it sets is not known, but only root can install packages.
FROM registry.example.com/base/jre:17
RUN microdnf install -y fontconfig && microdnf clean all
COPY target/shop.jar /app/
# expect-next image/root-user warning
CMD ["java", "-jar", "/app/shop.jar"]
