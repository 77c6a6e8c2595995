# clean-next image/jdk-at-runtime -- a company's image
FROM registry.example.com/base/java:17-jdk
COPY . /srv
WORKDIR /srv
CMD ["java", "-jar", "/srv/shop.jar"]
