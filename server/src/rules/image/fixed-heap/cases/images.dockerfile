FROM maven:3.9-eclipse-temurin-17 AS build
# clean-next image/fixed-heap -- only the build has it
ENV MAVEN_OPTS="-Xmx2g"
RUN mvn -B package

FROM eclipse-temurin:17-jre
# expect-next image/fixed-heap info {option=-Xmx512m, where=JAVA_TOOL_OPTIONS}
ENV TZ=Asia/Seoul JAVA_TOOL_OPTIONS="-Dfile.encoding=UTF-8 -Xms256m -Xmx512m"
#                                                                   ^^^^^^^^
# clean-next image/fixed-heap -- nothing hands it to the machine
ENV JAVA_OPTS="-Xmx4g"
COPY --from=build /target/shop.jar /
CMD ["java", "-jar", "/shop.jar"]
