#!/bin/sh
if [ "$DEBUG" = 1 ]; then
  # clean-next lifecycle/no-graceful-shutdown -- only where developers ask for it
  exec python manage.py runserver 0.0.0.0:8000
fi
exec gunicorn shop.wsgi
