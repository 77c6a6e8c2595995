FROM registry.example.com/base/runtime:4
COPY . /srv
# expect-next image/package-manager-entry warning {tool=ng serve}
CMD ["ng", "serve", "--host", "0.0.0.0"]
