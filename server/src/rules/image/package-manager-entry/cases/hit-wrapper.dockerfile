FROM registry.example.com/base/runtime:4
COPY . /srv
# expect-next image/package-manager-entry warning {tool=mvnw cargo:run}
CMD ./mvnw cargo:run -P tomcat9
