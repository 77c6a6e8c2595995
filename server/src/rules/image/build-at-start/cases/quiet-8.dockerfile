FROM registry.example.com/base/runtime:4
WORKDIR /srv
COPY . .
RUN npm ci && npm run build
# clean-next image/build-at-start -- fetches nothing
CMD git config --global --add safe.directory /srv && exec node server.js
