FROM node:22 AS base
# expect-next image/declared-volume warning
VOLUME /app/storage
FROM node:22 AS build
# clean-next image/declared-volume -- a stage of the build, which nobody runs
VOLUME /build/data
RUN npm ci
FROM base
CMD ["node", "server.js"]
