#!/bin/sh
if [ "$RUN_MIGRATIONS" = "true" ]; then
    # expect-next work/migration-on-start info
    php artisan migrate --force
fi
exec supervisord -c /etc/supervisord.conf
