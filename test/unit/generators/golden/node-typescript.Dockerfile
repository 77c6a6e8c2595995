# syntax=docker/dockerfile:1

# Build. Node.js 24: engines in package.json asks for >=20.
# This variant has the compilers that native modules need.
FROM node:24-bookworm AS build
WORKDIR /app

# Dependencies first: this layer is reused until the lock file changes.
# What the package runs on install (postinstall) needs the sources and follows below.
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm \
    npm ci --ignore-scripts

# Builds, then drops what only development needs, sources included.
COPY . .
RUN --mount=type=cache,target=/root/.npm \
    npm rebuild \
    && npm run postinstall \
    && npm run build \
    && npm prune --omit=dev --ignore-scripts \
    && rm -rf src

# Run: the same Debian without compilers.
FROM node:24-bookworm-slim
WORKDIR /app

ENV LANG=C.UTF-8

ENV NODE_ENV=production \
    PORT=4000

COPY --from=build /app/ ./

# A number, so that Kubernetes can verify runAsNonRoot.
USER 1000:1000

# The port that server.ts names.
EXPOSE 4000

# Node itself, not npm: npm would not pass SIGTERM on.
CMD ["node", "dist/server.js"]
