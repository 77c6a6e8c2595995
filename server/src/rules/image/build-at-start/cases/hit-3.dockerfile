FROM registry.example.com/base/runtime:4
WORKDIR /srv
COPY . .
# expect-next image/build-at-start warning {tool=yarn}
CMD ["/bin/bash", "-lc", "yarn && yarn start"]
