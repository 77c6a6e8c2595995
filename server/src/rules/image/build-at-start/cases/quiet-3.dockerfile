FROM registry.example.com/base/runtime:4
WORKDIR /srv
COPY . .
RUN npm ci && npm run build
# clean-next image/build-at-start -- only said
CMD echo "npm install is done" && exec node dist/main.js
