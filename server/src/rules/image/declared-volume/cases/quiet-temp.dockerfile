FROM eclipse-temurin:17-jre
# clean-next image/declared-volume -- temporary files of the server
VOLUME /tmp
# clean-next image/declared-volume -- a cache can be filled again
VOLUME ["/var/cache/shop", "/home/app/.m2"]
COPY shop.jar /
ENTRYPOINT ["java", "-jar", "/shop.jar"]
