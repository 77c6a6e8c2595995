FROM registry.example.com/base/runtime:4
COPY . /srv
# expect-next image/package-manager-entry warning {tool=artisan serve}
CMD php artisan serve --host=0.0.0.0
