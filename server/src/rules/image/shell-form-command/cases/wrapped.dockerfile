FROM eclipse-temurin:17-jre
# expect-next image/shell-form-command warning {keyword=ENTRYPOINT}
ENTRYPOINT ["sh", "-c", "java ${JAVA_OPTS} -jar /app.jar"]
