FROM node:22 AS builder
RUN npm ci

FROM builder AS dev
# expect-next image/root-user warning -- no other stage starts
CMD ["node", "server.js"]
