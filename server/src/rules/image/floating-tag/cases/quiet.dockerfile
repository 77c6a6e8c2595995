ARG VERSION
ARG JAVA=17
# clean-next image/floating-tag -- a version line is stated
FROM maven:3.9-eclipse-temurin-${JAVA} AS build
# clean-next image/floating-tag -- a stage of this file
FROM build AS tested
# clean-next image/floating-tag -- a digest names exactly one image
FROM node@sha256:7e77aa5d0fbb1e3a3d3c8cc8a6b0c4c8d7ab1a8d2e0f0c9ef1f0a2a1f4a1b2c3 AS tools
# clean-next image/floating-tag -- what the ARG will hold is not known
FROM registry.example.com/base/jre:${VERSION} AS company
# clean-next image/floating-tag -- nothing at all
FROM scratch
COPY --from=build /app /app
