#!/bin/sh
# expect-next lifecycle/no-graceful-shutdown warning {server=gunicorn}
gosu shop gunicorn shop.wsgi
