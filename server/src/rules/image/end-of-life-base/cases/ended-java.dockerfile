# expect-next image/end-of-life-base warning {date=2016-12-31}
FROM java:8-jre
COPY shop /srv/shop
CMD ["/srv/shop/start"]
