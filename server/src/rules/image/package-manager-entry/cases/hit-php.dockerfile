FROM registry.example.com/base/runtime:4
COPY . /srv
# expect-next image/package-manager-entry warning {tool=php -S}
CMD ["php", "-S", "0.0.0.0:80", "-t", "public"]
