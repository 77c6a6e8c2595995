# expect-next image/end-of-life-base warning {instead=eclipse-temurin, date=2022-07}
FROM openjdk:8-jre-alpine
COPY shop /srv/shop
CMD ["/srv/shop/start"]
