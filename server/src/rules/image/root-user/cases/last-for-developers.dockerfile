FROM php:8.2-apache AS shop

# expect-next image/root-user warning
CMD ["apache2-foreground"]

FROM shop AS shop_dev

RUN pecl install xdebug
CMD ["apache2-foreground", "-X"]
