FROM eclipse-temurin:17-jre
COPY shop.jar /
# expect-next image/fixed-heap info {where=HEAP}
CMD exec java ${HEAP:--Xmx512m} -jar /shop.jar
