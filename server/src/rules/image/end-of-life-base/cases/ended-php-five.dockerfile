# expect-next image/end-of-life-base warning {product=PHP 5.6}
FROM php:5-apache
COPY shop /srv/shop
CMD ["/srv/shop/start"]
