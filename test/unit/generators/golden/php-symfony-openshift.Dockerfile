# syntax=docker/dockerfile:1

# Build. PHP 8.2: composer.json asks for >=8.2.
FROM php:8.2-apache-bookworm AS build
WORKDIR /var/www/html

# What Composer unpacks with, and headers for what is compiled below.
RUN apt-get update \
    && apt-get install -y --no-install-recommends git=1:2.39.* libicu-dev=72.* unzip=6.0-* \
    && rm -rf /var/lib/apt/lists/*

# Extensions that the image lacks.
RUN docker-php-ext-install -j4 intl opcache

COPY --from=composer:2.8 /usr/bin/composer /usr/local/bin/composer
ENV COMPOSER_ALLOW_SUPERUSER=1 \
    APP_ENV=prod

# Dependencies first: this layer is reused until the lock file changes.
COPY composer.json composer.lock symfony.lock ./
RUN --mount=type=cache,target=/root/.composer/cache \
    composer install --no-dev --no-interaction --no-progress --prefer-dist --no-scripts --no-autoloader

COPY . .
RUN --mount=type=cache,target=/root/.composer/cache \
    composer dump-autoload --no-dev --no-interaction --optimize \
    && composer run-script --no-dev --no-interaction post-install-cmd

# Run: the same image without Composer and headers.
FROM php:8.2-apache-bookworm
WORKDIR /var/www/html

# Libraries of the extensions.
RUN apt-get update \
    && apt-get install -y --no-install-recommends libicu72=72.* \
    && rm -rf /var/lib/apt/lists/*

COPY --from=build /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=build /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/

# Port 8080, because an account without rights cannot open 80. Code does not change in a container, so opcache need not look.
RUN mv "$PHP_INI_DIR/php.ini-production" "$PHP_INI_DIR/php.ini" \
    && printf '%s\n' opcache.validate_timestamps=0 expose_php=Off error_log=/dev/stderr log_errors=On > "$PHP_INI_DIR/conf.d/zz-app.ini" \
    && sed -i 's/^Listen 80$/Listen 8080/' /etc/apache2/ports.conf \
    && sed -i -e 's/:80>/:8080>/' -e 's#/var/www/html#/var/www/html/public#' /etc/apache2/sites-available/000-default.conf \
    && printf '<Directory "%s">\n  FallbackResource /index.php\n</Directory>\n' /var/www/html/public > /etc/apache2/conf-enabled/front-controller.conf

ENV LANG=C.UTF-8

ENV APP_ENV=prod

COPY --from=build /var/www/html/ ./

# Folders that the program writes to; they are lost with the container unless a volume is mounted there.
RUN mkdir -p /var/www/html/var \
    && chown -R 33:0 /var/www/html/var \
    && chmod -R g=u /var/www/html/var

# A number, so that Kubernetes can verify runAsNonRoot.
USER 33:0

# The port that Apache is set to above.
EXPOSE 8080

CMD ["apache2-foreground"]
