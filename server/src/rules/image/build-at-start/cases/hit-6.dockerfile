FROM registry.example.com/base/runtime:4
WORKDIR /srv
COPY . .
# expect-next image/build-at-start warning {tool=composer install}
CMD composer install --no-dev && php-fpm
