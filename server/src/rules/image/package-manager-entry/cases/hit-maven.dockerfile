FROM registry.example.com/base/runtime:4
COPY . /srv
# expect-next image/package-manager-entry warning {tool=mvn spring-boot:run}
CMD ["mvn", "-q", "spring-boot:run"]
