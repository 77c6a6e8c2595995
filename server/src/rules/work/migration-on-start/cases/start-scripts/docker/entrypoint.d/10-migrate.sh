#!/bin/sh
if [ "$DB_MIGRATE" != "true" ]; then
    echo "nothing to do"
    exit 0
fi
# expect-next work/migration-on-start info
php artisan migrate --force
