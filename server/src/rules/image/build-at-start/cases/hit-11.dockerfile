FROM registry.example.com/base/runtime:4
WORKDIR /srv
COPY . .
# expect-next image/build-at-start warning {tool=gradlew}
CMD ./gradlew --no-daemon bootJar && exec java -jar build/libs/shop.jar
