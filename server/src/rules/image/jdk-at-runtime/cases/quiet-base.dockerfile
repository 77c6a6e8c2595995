# clean-next image/jdk-at-runtime -- starts nothing; others build upon it
FROM eclipse-temurin:21-jdk
RUN apt-get update && apt-get install -y fontconfig
