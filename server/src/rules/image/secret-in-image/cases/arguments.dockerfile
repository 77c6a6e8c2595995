FROM node:22-alpine AS build
# expect-next image/secret-in-image info {variable=NPM_TOKEN}
ARG NPM_TOKEN=npmTok3n9f2kA81xq
# clean-next image/secret-in-image -- a stand-in for a step of the build
ARG SECRET_KEY=dummy-secret-key-for-build
# clean-next image/secret-in-image -- nothing but this stage sees the address
ENV DATABASE_URL=postgres://shop:shop@localhost:5432/none
# clean-next image/secret-in-image -- stays in the stage of the build
ARG GITHUB_TOKEN
RUN git config --global url."https://$GITHUB_TOKEN@github.com/".insteadOf "https://github.com/"
RUN npm ci && npm run build

FROM node:22-alpine
# expect-next image/secret-in-image warning {variable=SENTRY_AUTH_TOKEN}
ARG SENTRY_AUTH_TOKEN=f81d4fae7dec11d0a765
# clean-next image/secret-in-image -- kept under another name, told there
ARG SESSION_SECRET
# expect-next image/secret-in-image warning {variable=SESSION_SECRET, argument=SESSION_SECRET}
ENV SESSION_SECRET=${SESSION_SECRET}
# expect-next image/secret-in-image warning {variable=REGISTRY_TOKEN}
ARG REGISTRY_TOKEN
RUN echo "//registry.example.com/:_authToken=${REGISTRY_TOKEN}" > .npmrc && npm ci --omit=dev && rm .npmrc
# clean-next image/secret-in-image -- no argument of that name: the text stays empty
ENV API_KEY=${API_KEY}
# clean-next image/secret-in-image -- no command uses it
ARG UNUSED_TOKEN
# clean-next image/secret-in-image -- no secret
ARG VERSION
ENV VERSION=$VERSION
# clean-next image/secret-in-image -- front ends hand it to every browser
ENV NEXT_PUBLIC_MAPS_API_KEY=AIzaSyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q
COPY --from=build /app/dist ./dist
CMD ["node", "dist/server.js"]
