#!/bin/sh
set -e
printenv > /etc/environment
service cron start
exec "$@"
