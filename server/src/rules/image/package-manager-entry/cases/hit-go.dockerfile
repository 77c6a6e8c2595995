FROM registry.example.com/base/runtime:4
COPY . /srv
# expect-next image/package-manager-entry warning {tool=go run}
CMD ["go", "run", "main.go"]
