#!/bin/sh
set -e
python manage.py check
# expect-next lifecycle/no-graceful-shutdown warning {server=gunicorn}
gunicorn shop.wsgi:application \
    --bind 0.0.0.0:8000 \
    --workers "$WORKERS"
