# syntax=docker/dockerfile:1
# TODO: nothing names a release of PHP; check that this one fits.

# Build. PHP 8.4.
FROM php:8.4-apache-bookworm AS build
WORKDIR /var/www/html

# Extensions that the image lacks.
RUN docker-php-ext-install -j4 opcache

COPY . .

# Run: the same image without Composer and headers.
FROM php:8.4-apache-bookworm
WORKDIR /var/www/html

COPY --from=build /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=build /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/

# Port 8080, because an account without rights cannot open 80. Code does not change in a container, so opcache need not look.
RUN mv "$PHP_INI_DIR/php.ini-production" "$PHP_INI_DIR/php.ini" \
    && printf '%s\n' opcache.validate_timestamps=0 expose_php=Off error_log=/dev/stderr log_errors=On > "$PHP_INI_DIR/conf.d/zz-app.ini" \
    && sed -i 's/^Listen 80$/Listen 8080/' /etc/apache2/ports.conf \
    && sed -i -e 's/:80>/:8080>/' /etc/apache2/sites-available/000-default.conf

ENV LANG=C.UTF-8

COPY --from=build /var/www/html/ ./

# A number, so that Kubernetes can verify runAsNonRoot.
USER 33:33

# The port that Apache is set to above.
EXPOSE 8080

CMD ["apache2-foreground"]
