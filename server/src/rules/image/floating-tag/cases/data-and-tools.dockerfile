# expect-next image/floating-tag warning -- what is installed comes from the version that "latest" is
FROM alpine:latest
RUN apk add --no-cache rsync
COPY image /deployment
