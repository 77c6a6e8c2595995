#!/bin/sh
if [ "$CHECK" = 1 ]; then
    # clean-next lifecycle/no-graceful-shutdown -- something comes after it
    gunicorn --check-only shop.wsgi
fi
exec "$@"
