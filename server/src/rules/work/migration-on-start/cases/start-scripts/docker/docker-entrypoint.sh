#!/bin/sh
set -e
# php bin/console doctrine:migrations:migrate is told of in the manual
if [ "$1" = 'php-fpm' ]; then
    # expect-next work/migration-on-start warning
    php bin/console doctrine:migrations:migrate --no-interaction
    #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^
fi
exec "$@"
