# syntax=docker/dockerfile:1

# Build. Java 8: the release that pom.xml compiles for.
FROM maven:3.9-eclipse-temurin-8 AS build
WORKDIR /build

# Dependencies first: this layer is reused until pom.xml changes.
COPY pom.xml ./
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:go-offline

# Tests belong to the pipeline.
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp package -DskipTests

# Unpacked here, so that the server neither writes nor unpacks anything when it starts.
WORKDIR /build/app
RUN jar -xf /build/target/*.war

# Run. Tomcat 9: the code uses javax.servlet.
FROM tomcat:9.0-jre8-temurin
WORKDIR /usr/local/tomcat

# Logs go to the console; the access log is left to the ingress. The shutdown port is of no use in a container.
RUN sed -ri 's/^([^#]*handlers) *=.*/\1 = java.util.logging.ConsoleHandler/' conf/logging.properties \
    && sed -i -e '/AccessLogValve/,/\/>/d' -e 's/port="8005"/port="-1"/' conf/server.xml

# An account without rights.
# Tomcat writes to these folders of its own; anything else is read-only.
RUN groupadd --system --gid 10001 app \
    && useradd --system --uid 10001 --gid 10001 --home-dir /usr/local/tomcat --no-create-home --shell /usr/sbin/nologin app \
    && chown -R 10001:10001 /usr/local/tomcat/conf /usr/local/tomcat/logs /usr/local/tomcat/temp /usr/local/tomcat/work

ENV LANG=C.UTF-8

# The heap follows the memory limit of the container; when memory runs out the pod is replaced.
ENV CATALINA_OPTS="-XX:MaxRAMPercentage=75.0 -XX:+ExitOnOutOfMemoryError"

# Deployed at /. To keep a context path such as /shop, name the folder "shop" instead of "ROOT".
COPY --from=build /build/app/ webapps/ROOT/

# A number, so that Kubernetes can verify runAsNonRoot.
USER 10001:10001

# The default port of Tomcat.
EXPOSE 8080

CMD ["catalina.sh", "run"]
