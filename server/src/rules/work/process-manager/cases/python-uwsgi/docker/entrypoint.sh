#!/bin/sh
python manage.py migrate
# expect-next work/process-manager info {tool=gunicorn, count=3}
exec gunicorn shop.wsgi:application \
    --bind 0.0.0.0:8000 \
    --workers 3
# clean-next work/process-manager -- the environment says how many
gunicorn api.wsgi:application --workers "$WORKERS"
