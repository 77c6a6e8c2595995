FROM openjdk:25
WORKDIR /usr/src/app
COPY . .
# expect-next image/shell-form-command warning {keyword=CMD}
CMD ./mvnw cargo:run -P tomcat9
