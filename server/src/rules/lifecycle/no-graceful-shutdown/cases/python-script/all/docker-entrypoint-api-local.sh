#!/bin/sh
# clean-next lifecycle/no-graceful-shutdown -- for a developer's machine
python manage.py runserver 0.0.0.0:8000
