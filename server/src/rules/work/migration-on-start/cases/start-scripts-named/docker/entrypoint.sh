#!/bin/bash
# clean-next work/migration-on-start -- only makes it a program
chmod +x scripts/migrate.sh
# expect-next work/migration-on-start warning {tool=scripts/migrate.sh}
gosu "$APP_USER" scripts/migrate.sh
exec uwsgi --ini uwsgi.ini
