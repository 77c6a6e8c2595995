FROM eclipse-temurin:17-jre
USER 1000:1000
COPY app.jar /app.jar
# expect-next image/shell-form-command warning {keyword=ENTRYPOINT}
ENTRYPOINT java $JAVA_OPTS -jar /app.jar
