#!/bin/sh
# clean-next work/migration-on-start -- for the developer's machine
php artisan migrate
exec php-fpm
