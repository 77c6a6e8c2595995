FROM node:22-slim AS base
USER 1000:1000

FROM node:22 AS build
COPY . .
RUN npm ci && npm run build

FROM base
COPY --from=build /dist /dist
# clean-next image/root-user -- the stage it continues sets the user
CMD ["node", "/dist/server.js"]
