#!/bin/bash
declare -p | grep -v BASHOPTS > /container.env
service cron start
touch /var/log/cron.log
tail -f /var/log/cron.log
