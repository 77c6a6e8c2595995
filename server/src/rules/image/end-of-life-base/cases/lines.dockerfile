ARG PHP=7.4
# expect-next image/end-of-life-base info {product=Node.js 14, date=2023-04-30}
FROM node:14-alpine3.14 AS pages
#    ^^^^^^^^^^^^^^^^^^
RUN npm ci && npm run build

# clean-next image/end-of-life-base -- nothing of this stage reaches the image
FROM node:12 AS lint
RUN npm run lint

# expect-next image/end-of-life-base info {product=PHP 7.4, argument=PHP}
FROM docker.io/library/php:${PHP}-apache
COPY --from=pages /app/dist /var/www/html
CMD ["apache2-foreground"]
