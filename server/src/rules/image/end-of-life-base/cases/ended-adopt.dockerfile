# expect-next image/end-of-life-base warning {instead=ibm-semeru-runtimes}
FROM adoptopenjdk/openjdk11-openj9:alpine
COPY shop /srv/shop
CMD ["/srv/shop/start"]
