#!/bin/sh
# expect-next work/migration-on-start warning
php artisan migrate --path=search --force
