#!/bin/sh
# clean-next lifecycle/no-graceful-shutdown -- what a developer types
gunicorn shop.wsgi:application --reload
