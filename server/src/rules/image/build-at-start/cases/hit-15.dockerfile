FROM registry.example.com/base/runtime:4
WORKDIR /srv
COPY . .
# expect-next image/build-at-start warning {tool=apt-get install}
CMD apt-get update && apt-get install -y ffmpeg && exec node server.js
