#!/bin/bash
if [ "$SERVE_ONLY" = "false" ]; then
    cp /app/cron/reports /etc/cron.d/reports
    chmod 0644 /etc/cron.d/reports
    cron
fi
exec gunicorn -b 0.0.0.0:5000 run:application
