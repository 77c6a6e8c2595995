#!/bin/sh
if [ -n "$WAIT" ]; then
    sleep "$WAIT"
fi
# expect-next work/migration-on-start warning
python manage.py migrate --noinput
exec gunicorn shop.wsgi
