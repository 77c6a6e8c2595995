#!/bin/sh
export SHOP_DB_HOST=localhost
# clean-next work/migration-on-start -- what a developer types
python manage.py migrate
python manage.py runserver
