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
    && cp target/shop-*.jar app.jar

# Dependencies change less often than code: as layers of their own they are not pulled again with every release.
FROM eclipse-temurin:17-jre AS layers
WORKDIR /layers
COPY --from=build /build/app.jar ./
RUN java -Djarmode=tools -jar app.jar extract --layers --destination extracted

# Run: a JRE, without compiler and build tools.
FROM eclipse-temurin:17-jre
WORKDIR /app

# An account without rights.
RUN groupadd --system --gid 10001 app \
    && useradd --system --uid 10001 --gid 10001 --home-dir /app --no-create-home --shell /usr/sbin/nologin app

ENV LANG=C.UTF-8

# The heap follows the memory limit of the container; when memory runs out the pod is replaced.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75.0 -XX:+ExitOnOutOfMemoryError"

COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/spring-boot-loader/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./

# A number, so that Kubernetes can verify runAsNonRoot.
USER 10001:10001

# The default port of Spring Boot.
EXPOSE 8080

ENTRYPOINT ["java", "-jar", "app.jar"]
