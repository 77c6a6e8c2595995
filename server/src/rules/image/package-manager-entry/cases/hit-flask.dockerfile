FROM registry.example.com/base/runtime:4
COPY . /srv
# expect-next image/package-manager-entry warning {tool=flask run}
CMD ["flask", "--app", "shop", "run", "-h", "0.0.0.0"]
