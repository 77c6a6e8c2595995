# expect-next image/end-of-life-base warning {product=Python 2.7}
FROM python:2-slim
COPY shop /srv/shop
CMD ["/srv/shop/start"]
