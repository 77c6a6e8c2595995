# expect-next image/end-of-life-base warning {product=Debian 9}
FROM debian:stretch-slim
COPY shop /srv/shop
CMD ["/srv/shop/start"]
