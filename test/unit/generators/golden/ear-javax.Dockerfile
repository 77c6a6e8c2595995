# syntax=docker/dockerfile:1

# Build. Java 11: the release that pom.xml compiles for.
FROM maven:3.9-eclipse-temurin-11 AS build
WORKDIR /build

# Dependencies first: this layer is reused until a pom.xml changes.
COPY ear/pom.xml ear/
COPY ejb/pom.xml ejb/
COPY pom.xml ./
COPY web/pom.xml web/
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -pl ear -am org.apache.maven.plugins:maven-dependency-plugin:3.8.1:go-offline

# Tests belong to the pipeline.
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -pl ear -am package -DskipTests \
    && cp ear/target/*.ear app.ear

# Run. WildFly 26: the last with Java EE 8 and its javax packages.
FROM quay.io/wildfly/wildfly:26.1.3.Final-jdk17

ENV LANG=C.UTF-8

# The heap follows the memory limit of the container; when memory runs out the pod is replaced.
ENV JBOSS_JAVA_SIZING="-XX:MaxRAMPercentage=75.0 -XX:+ExitOnOutOfMemoryError"

COPY --from=build --chown=1000:0 /build/app.ear /opt/jboss/wildfly/standalone/deployments/app.ear

# A number, so that Kubernetes can verify runAsNonRoot.
USER 1000:1000

# The default port of WildFly.
EXPOSE 8080

CMD ["/opt/jboss/wildfly/bin/standalone.sh", "-b", "0.0.0.0"]
