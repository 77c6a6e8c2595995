# clean-next image/single-stage -- the tool starts the program, which another rule tells of
FROM maven:3.9-eclipse-temurin-17
COPY . .
CMD ["mvn", "spring-boot:run"]
