#!/bin/sh
# clean-next work/migration-on-start -- a script of its own that ends
php artisan migrate --force
