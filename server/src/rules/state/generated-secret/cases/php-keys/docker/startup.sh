#!/bin/sh
if [ -z "$APP_KEY" ]; then
    echo "for example:"
    # clean-next state/generated-secret -- only shown
    php artisan key:generate --show
    exit 1
fi
if [ ! -f config/jwt/private.pem ]; then
    # expect-next state/generated-secret warning
    php bin/console lexik:jwt:generate-keypair
fi
exec apache2-foreground
