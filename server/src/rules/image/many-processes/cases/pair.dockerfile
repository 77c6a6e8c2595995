FROM php:8.3-fpm
COPY . /var/www/html
# expect-next image/many-processes info
CMD php-fpm -D && nginx -g 'daemon off;'
