#!/bin/sh
exec uwsgi --ini uwsgi.ini --die-on-term
