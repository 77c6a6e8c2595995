FROM registry.example.com/base/runtime:4
WORKDIR /srv
COPY . .
# expect-next image/build-at-start warning {tool=npx next build}
CMD cd /srv && npx next build && npx next start
