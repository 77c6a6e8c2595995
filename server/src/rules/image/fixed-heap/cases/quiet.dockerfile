FROM eclipse-temurin:17-jre
COPY shop.jar /
# clean-next image/fixed-heap -- a share of the limit
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75.0"
# clean-next image/fixed-heap -- only the stack of a thread
ENV JDK_JAVA_OPTIONS="-Xss512k"
# clean-next image/fixed-heap -- the size comes with the deployment
CMD exec java -Xmx${HEAP} -jar /shop.jar
