#!/bin/sh
python manage.py migrate
# expect-next lifecycle/no-graceful-shutdown warning {server=manage.py runserver}
exec python manage.py runserver 0.0.0.0:8000
