FROM eclipse-temurin:17-jre
# expect-next image/shell-form-command warning {seconds=60}
CMD sleep 60 && exec java -jar /app.jar
