#!/bin/sh
# expect-next state/generated-secret error {tool=artisan key:generate}
php artisan key:generate --force
exec php-fpm
