#!/bin/sh
if [ -f /plugins/requirements.txt ]; then
  # expect-next image/build-at-start info {tool=pip install}
  pip install -r /plugins/requirements.txt
# ^^^
fi
exec gunicorn shop.wsgi
