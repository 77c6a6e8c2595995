FROM registry.example.com/base/runtime:4
WORKDIR /srv
COPY . .
# expect-next image/build-at-start warning {tool=npm ci}
CMD ["sh", "-c", "npm ci --omit=dev && exec node server.js"]
