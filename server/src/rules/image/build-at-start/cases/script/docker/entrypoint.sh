#!/bin/sh
set -e
# clean-next image/build-at-start -- only said
echo "starting; npm ci is next"
if [ "$APP_ENV" = "development" ]; then
  # clean-next image/build-at-start -- a branch for developers
  composer install
fi
# expect-next image/build-at-start warning {tool=npm ci}
npm ci --omit=dev
exec "$@"
