# clean-next image/jdk-at-runtime -- a JRE
FROM eclipse-temurin:17-jre
COPY . /srv
RUN mkdir /srv/log
CMD ["java", "-jar", "/srv/shop.jar"]
