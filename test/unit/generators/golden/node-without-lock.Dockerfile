# syntax=docker/dockerfile:1

# Build. Node.js 24: a release with long-term support; package.json names none.
# This variant has the compilers that native modules need.
FROM node:24-bookworm AS build
WORKDIR /app

# Dependencies first: this layer is reused until package.json changes.
# TODO: commit a lock file; without one every build may install other versions.
COPY package.json ./
RUN --mount=type=cache,target=/root/.npm \
    npm install

# Drops what only development needs.
COPY . .
RUN --mount=type=cache,target=/root/.npm \
    npm prune --omit=dev --ignore-scripts

# Run: the same Debian without compilers.
FROM node:24-bookworm-slim
WORKDIR /app

ENV LANG=C.UTF-8

ENV NODE_ENV=production \
    PORT=3000

COPY --from=build /app/ ./

# A number, so that Kubernetes can verify runAsNonRoot.
USER 1000:1000

# TODO: nothing tells the port; 3000 is only the usual one.
EXPOSE 3000

# Node itself, not npm: npm would not pass SIGTERM on.
CMD ["node", "server.js"]
