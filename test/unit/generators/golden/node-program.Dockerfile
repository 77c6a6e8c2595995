# syntax=docker/dockerfile:1

# Build. Node.js 22: .nvmrc names it.
# This variant has the compilers that native modules need.
FROM node:22-bookworm AS build
WORKDIR /app

# Dependencies first: this layer is reused until the lock file changes.
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm \
    npm ci

# Drops what only development needs.
COPY . .
RUN --mount=type=cache,target=/root/.npm \
    npm prune --omit=dev --ignore-scripts

# Run: the same Debian without compilers.
FROM node:22-bookworm-slim
WORKDIR /app

ENV LANG=C.UTF-8

ENV NODE_ENV=production

COPY --from=build /app/ ./

# A number, so that Kubernetes can verify runAsNonRoot.
USER 1000:1000

# Node itself, not npm: npm would not pass SIGTERM on.
CMD ["node", "index.js"]
