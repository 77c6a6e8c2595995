# syntax=docker/dockerfile:1

# Build. PHP 8.3: composer.json asks for ^8.3.
FROM php:8.3-apache-bookworm AS build
WORKDIR /var/www/html

# What Composer unpacks with, and headers for what is compiled below.
RUN apt-get update \
    && apt-get install -y --no-install-recommends git=1:2.39.* libfreetype6-dev=2.12.* libjpeg62-turbo-dev=1:2.1.* libpng-dev=1.6.* libpq-dev=15.* libwebp-dev=1.2.* unzip=6.0-* \
    && rm -rf /var/lib/apt/lists/*

# Extensions that the image lacks.
RUN docker-php-ext-configure gd --with-freetype --with-jpeg --with-webp \
    && docker-php-ext-install -j4 gd opcache pdo_pgsql \
    && pecl install redis-6.1.0 \
    && docker-php-ext-enable redis

COPY --from=composer:2.8 /usr/bin/composer /usr/local/bin/composer
ENV COMPOSER_ALLOW_SUPERUSER=1

# Dependencies first: this layer is reused until the lock file changes.
COPY composer.json composer.lock ./
RUN --mount=type=cache,target=/root/.composer/cache \
    composer install --no-dev --no-interaction --no-progress --prefer-dist --no-scripts --no-autoloader

COPY . .
RUN --mount=type=cache,target=/root/.composer/cache \
    composer dump-autoload --no-dev --no-interaction --optimize

# Assets for browsers. Node.js 24: a release with long-term support; package.json names none.
FROM node:24-bookworm AS assets
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm \
    npm ci
COPY . .
COPY --from=build /var/www/html/vendor/ vendor/
RUN npm run build

# Run: the same image without Composer and headers.
FROM php:8.3-apache-bookworm
WORKDIR /var/www/html

# Libraries of the extensions.
RUN apt-get update \
    && apt-get install -y --no-install-recommends libfreetype6=2.12.* libjpeg62-turbo=1:2.1.* libpng16-16=1.6.* libpq5=15.* libwebp7=1.2.* \
    && rm -rf /var/lib/apt/lists/*

COPY --from=build /usr/local/lib/php/extensions/ /usr/local/lib/php/extensions/
COPY --from=build /usr/local/etc/php/conf.d/ /usr/local/etc/php/conf.d/

# Port 8080, because an account without rights cannot open 80. Code does not change in a container, so opcache need not look.
RUN mv "$PHP_INI_DIR/php.ini-production" "$PHP_INI_DIR/php.ini" \
    && printf '%s\n' opcache.validate_timestamps=0 expose_php=Off error_log=/dev/stderr log_errors=On > "$PHP_INI_DIR/conf.d/zz-app.ini" \
    && sed -i 's/^Listen 80$/Listen 8080/' /etc/apache2/ports.conf \
    && sed -i -e 's/:80>/:8080>/' -e 's#/var/www/html#/var/www/html/public#' /etc/apache2/sites-available/000-default.conf \
    && a2enmod rewrite headers

ENV LANG=C.UTF-8

# Logs to the console, where they are collected.
ENV APP_ENV=production \
    LOG_CHANNEL=stderr

COPY --from=build /var/www/html/ ./
COPY --from=assets /app/public/ public/

# Folders that the program writes to; they are lost with the container unless a volume is mounted there.
RUN mkdir -p /var/www/html/storage/app /var/www/html/storage/framework/cache/data /var/www/html/storage/framework/sessions /var/www/html/storage/framework/views /var/www/html/storage/logs /var/www/html/bootstrap/cache \
    && chown -R 33:33 /var/www/html/storage /var/www/html/bootstrap/cache

# A number, so that Kubernetes can verify runAsNonRoot.
USER 33:33

# The port that Apache is set to above.
EXPOSE 8080

CMD ["apache2-foreground"]
