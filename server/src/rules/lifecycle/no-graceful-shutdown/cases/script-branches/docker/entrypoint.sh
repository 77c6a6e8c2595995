#!/bin/bash
set -e
python manage.py check
if [ "$SERVER" = 'uwsgi' ]; then
    echo 'starting uWSGI'
    # expect-next lifecycle/no-graceful-shutdown warning {server=uwsgi}
    $(command -v uwsgi) --ini /srv/uwsgi.ini
else
    exec gunicorn shop.wsgi
fi
