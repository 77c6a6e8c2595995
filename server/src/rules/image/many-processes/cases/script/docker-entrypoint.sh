#!/bin/sh
set -e

python manage.py migrate --noinput
# expect-next image/many-processes warning {clock=cron}
service cron start
tail -F /var/log/cron.log &

exec "$@"
