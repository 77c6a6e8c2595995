FROM node:22-slim
WORKDIR /srv
# expect-next image/build-at-start warning -- no fix: nothing to build is in the image
CMD npm install && node server.js
