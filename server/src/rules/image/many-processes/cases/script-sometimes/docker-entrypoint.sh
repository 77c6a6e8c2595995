#!/bin/bash
if [ "$ENABLE_CRON" = "true" ]; then
  # expect-next image/many-processes info {clock=crond}
  crond -b -l 8
fi
exec nginx -g 'daemon off;'
