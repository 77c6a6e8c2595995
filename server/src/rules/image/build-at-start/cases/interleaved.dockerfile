FROM node:22-slim
WORKDIR /srv
COPY . .
# expect-next image/build-at-start warning -- no fix: the order matters
CMD node prepare.js && npm run build && node server.js
