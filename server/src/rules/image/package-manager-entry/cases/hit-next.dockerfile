FROM registry.example.com/base/runtime:4
COPY . /srv
# expect-next image/package-manager-entry warning {tool=next dev}
CMD ["node_modules/.bin/next", "dev"]
