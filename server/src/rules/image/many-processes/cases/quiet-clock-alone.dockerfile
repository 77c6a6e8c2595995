FROM alpine:3.20
COPY crontab /etc/crontabs/root
# clean-next image/many-processes -- a container for the clock alone
CMD crond && tail -f /var/log/cron.log
