ARG REGISTRY=registry.example.com
ARG BASE=node:latest
ARG JRE_TAG=latest
# expect-next image/floating-tag warning {image=maven}
FROM maven AS build
#    ^^^^^
RUN mvn -B package

# expect-next image/floating-tag warning {image=eclipse-temurin}
FROM --platform=linux/amd64 eclipse-temurin:latest AS run
#                           ^^^^^^^^^^^^^^^^^^^^^^

# expect-next image/floating-tag warning {image=node}
FROM ${BASE} AS tools

# expect-next image/floating-tag info {image=eclipse-temurin, argument=JRE_TAG}
FROM eclipse-temurin:${JRE_TAG} AS jre

# expect-next image/floating-tag warning {image=registry.example.com:5000/base/jre}
FROM registry.example.com:5000/base/jre
COPY --from=build /app.jar /
COPY --from=run /opt/java/openjdk/release /
COPY --from=tools /usr/local/bin/node /
COPY --from=jre /opt/java/openjdk/legal /
