#!/bin/sh
# clean-next lifecycle/no-graceful-shutdown -- the server takes the place of the shell
exec gunicorn shop.wsgi:application --bind 0.0.0.0:8000
