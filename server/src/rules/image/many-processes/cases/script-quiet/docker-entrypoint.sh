#!/bin/bash
# Each branch starts one program.
case "$1" in
  # clean-next image/many-processes -- a branch of its own
  cron) exec cron -f ;;
  web) exec gunicorn shop.wsgi ;;
esac
warm_up() {
  sleep 5 && curl -s http://localhost:8000/ > /dev/null
}
# clean-next image/many-processes -- a step that ends
warm_up &
# clean-next image/many-processes -- started to fill it, and ended again
node seed-server.js &
python seed.py
kill $!
exec gunicorn shop.wsgi
