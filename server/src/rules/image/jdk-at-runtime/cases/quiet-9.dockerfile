# clean-next image/jdk-at-runtime -- a JRE
FROM bellsoft/liberica-openjre-debian:17
COPY . /srv
WORKDIR /srv
CMD ["java", "-jar", "/srv/shop.jar"]
