FROM eclipse-temurin:17-jre
# expect-next image/shell-form-command warning -- a pipe has to stay, so no fix is offered
CMD java -jar /app.jar | tee /var/log/app.log
