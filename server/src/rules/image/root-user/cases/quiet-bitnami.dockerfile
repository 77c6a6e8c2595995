FROM bitnami/tomcat:10.1
COPY target/shop.jar /app/shop.jar
# clean-next image/root-user -- the publisher of the image sets another user
CMD ["java", "-jar", "/app/shop.jar"]
