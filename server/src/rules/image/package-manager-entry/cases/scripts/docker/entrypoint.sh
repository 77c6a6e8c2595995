#!/bin/sh
set -e
if [ "$APP_ENV" = "development" ]; then
  # clean-next image/package-manager-entry -- a branch for developers
  exec npm run dev
fi
serve_locally() {
  # clean-next image/package-manager-entry -- a function for the desk
  exec npx nodemon server.js
}
case "$1" in
  dev_server)
    # clean-next image/package-manager-entry -- a branch for developers
    exec python manage.py runserver
    ;;
esac
node migrate.js
# clean-next image/package-manager-entry -- only said
echo "now: npm start"
# expect-next image/package-manager-entry warning {tool=npm start}
exec npm start
#    ^^^
