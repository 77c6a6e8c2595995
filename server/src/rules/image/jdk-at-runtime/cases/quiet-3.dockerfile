# clean-next image/jdk-at-runtime -- the compiler is used
FROM eclipse-temurin:17-jdk
COPY . /srv
RUN javac -d /srv/out /srv/src/*.java
CMD ["java", "-cp", "/srv/out", "Shop"]
