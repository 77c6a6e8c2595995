FROM eclipse-temurin:17-jre
# expect-next image/fixed-heap info {where=JAVA_OPTS}
ENV JAVA_OPTS -Xmx768m
COPY shop.jar /
CMD exec java $JAVA_OPTS -jar /shop.jar
