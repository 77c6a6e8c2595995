FROM registry.example.com/base/runtime:4
WORKDIR /srv
COPY . .
# expect-next image/build-at-start warning {tool=mvnw}
CMD ./mvnw -q -DskipTests package && java -jar target/shop.jar
