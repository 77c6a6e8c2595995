FROM eclipse-temurin:17-jre
# clean-next image/shell-form-command -- the program takes the place of the shell, or there is none
ENTRYPOINT ["sh", "-c", "exec java $JAVA_OPTS -jar /app.jar"]
