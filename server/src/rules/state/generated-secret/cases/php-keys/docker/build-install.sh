#!/bin/sh
# clean-next state/generated-secret -- while the image is built
php artisan key:generate --force
php artisan optimize
