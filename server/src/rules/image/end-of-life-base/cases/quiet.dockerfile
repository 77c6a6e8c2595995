ARG VERSION
ARG REGISTRY
# clean-next image/end-of-life-base -- supported
FROM node:22-alpine AS a
# clean-next image/end-of-life-base -- the publisher moves the tag
FROM node:lts-slim AS b
# clean-next image/end-of-life-base -- nothing is known of the tag
FROM node:${VERSION} AS c
# clean-next image/end-of-life-base -- a company's own image of that name
FROM registry.example.com/base/java:8 AS d
# clean-next image/end-of-life-base -- the newest 3.x
FROM python:3 AS e
# clean-next image/end-of-life-base -- no line of the table
FROM golang:1.99 AS f
# clean-next image/end-of-life-base -- the release is supported
FROM eclipse-temurin:17-jre-jammy AS g
# clean-next image/end-of-life-base -- no Debian 10 in it
FROM registry.example.com/shop/web:10-busterkeaton AS h
FROM scratch
COPY --from=a / /a
COPY --from=b / /b
COPY --from=c / /c
COPY --from=d / /d
COPY --from=e / /e
COPY --from=f / /f
COPY --from=g / /g
COPY --from=h / /h
CMD ["/a"]
