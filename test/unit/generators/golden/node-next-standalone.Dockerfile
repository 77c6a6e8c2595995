# syntax=docker/dockerfile:1

# Build. Node.js 24: a release with long-term support; package.json names none.
# This variant has the compilers that native modules need.
FROM node:24-bookworm AS build
WORKDIR /app

# Dependencies first: this layer is reused until the lock file changes.
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm \
    npm ci

# Builds.
COPY . .
RUN --mount=type=cache,target=/root/.npm \
    npm run build

# Run: the same Debian without compilers.
FROM node:24-bookworm-slim
WORKDIR /app

# Next.js keeps pages and pictures that it made again here, for as long as the container lives.
RUN mkdir -p /app/.next/cache \
    && chown 1000:1000 /app/.next/cache

ENV LANG=C.UTF-8

ENV NODE_ENV=production \
    PORT=3000 \
    HOSTNAME=0.0.0.0

# The server with the packages it needs, and what it hands out as it is.
COPY --from=build /app/.next/standalone/ /app/
COPY --from=build /app/.next/static/ .next/static/
COPY --from=build /app/public/ public/

# A number, so that Kubernetes can verify runAsNonRoot.
USER 1000:1000

# The default port of Next.js.
EXPOSE 3000

# Node itself, not npm: npm would not pass SIGTERM on.
CMD ["node", "server.js"]
