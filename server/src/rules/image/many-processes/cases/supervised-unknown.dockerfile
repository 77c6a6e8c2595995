FROM company/php-base:7
COPY . /var/www
# expect-next image/many-processes warning {supervisor=supervisord}
ENTRYPOINT ["/usr/bin/supervisord"]
