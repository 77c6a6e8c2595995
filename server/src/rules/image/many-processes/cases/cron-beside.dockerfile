FROM php:8.3-apache
COPY . /var/www/html
COPY crontab /etc/cron.d/shop
# expect-next image/many-processes warning {clock=cron}
CMD cron && apache2-foreground
