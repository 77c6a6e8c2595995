#!/bin/sh
trap 'kill -TERM $child' TERM
gunicorn shop.wsgi:application &
child=$!
# clean-next lifecycle/no-graceful-shutdown -- the script passes the signal on
wait $child
