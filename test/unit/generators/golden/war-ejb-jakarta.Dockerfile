# syntax=docker/dockerfile:1

# Build. Java 17: the release that pom.xml compiles for.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build

# Dependencies first: this layer is reused until pom.xml changes.
COPY pom.xml ./
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:go-offline

# Tests belong to the pipeline.
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp package -DskipTests \
    && cp target/*.war app.war

# Run. WildFly 35: Jakarta EE 10.
FROM quay.io/wildfly/wildfly:35.0.1.Final-jdk21

ENV LANG=C.UTF-8

# The heap follows the memory limit of the container; when memory runs out the pod is replaced.
ENV JBOSS_JAVA_SIZING="-XX:MaxRAMPercentage=75.0 -XX:+ExitOnOutOfMemoryError"

# Deployed at /. To keep a context path such as /shop, name it "shop.war" instead.
COPY --from=build --chown=1000:0 /build/app.war /opt/jboss/wildfly/standalone/deployments/ROOT.war

# A number, so that Kubernetes can verify runAsNonRoot.
USER 1000:1000

# The default port of WildFly.
EXPOSE 8080

CMD ["/opt/jboss/wildfly/bin/standalone.sh", "-b", "0.0.0.0"]
