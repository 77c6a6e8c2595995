FROM eclipse-temurin:21-jre
COPY shop.jar /
# expect-next image/many-processes info
CMD /usr/sbin/sshd && exec java -jar /shop.jar
