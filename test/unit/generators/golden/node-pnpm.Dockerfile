# syntax=docker/dockerfile:1

# Build. Node.js 24: a release with long-term support; package.json names none.
# This variant has the compilers that native modules need.
FROM node:24-bookworm AS build
WORKDIR /app

# Dependencies first: this layer is reused until the lock file changes.
COPY package.json pnpm-lock.yaml ./
RUN --mount=type=cache,target=/root/.local/share/pnpm/store \
    corepack enable \
    && pnpm install --frozen-lockfile

# Drops what only development needs.
COPY . .
RUN --mount=type=cache,target=/root/.local/share/pnpm/store \
    CI=true pnpm prune --prod --ignore-scripts

# Run: the same Debian without compilers.
FROM node:24-bookworm-slim
WORKDIR /app

ENV LANG=C.UTF-8

ENV NODE_ENV=production

COPY --from=build /app/ ./

# A number, so that Kubernetes can verify runAsNonRoot.
USER 1000:1000

# The port that server.js names.
EXPOSE 3000

# Node itself, not npm: npm would not pass SIGTERM on.
CMD ["node", "server.js"]
