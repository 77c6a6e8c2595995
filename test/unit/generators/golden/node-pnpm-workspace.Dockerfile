# syntax=docker/dockerfile:1

# Build. Node.js 24: a release with long-term support; package.json names none.
# This variant has the compilers that native modules need.
FROM node:24-bookworm AS build
WORKDIR /app

# Dependencies first: this layer is reused until the lock file changes.
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY apps/api/package.json apps/api/package.json
COPY packages/pricing/package.json packages/pricing/package.json
COPY packages/theme/package.json packages/theme/package.json
RUN --mount=type=cache,target=/root/.local/share/pnpm/store \
    corepack enable \
    && pnpm install --frozen-lockfile

# Builds, then drops what only development needs, sources included.
COPY . .
RUN --mount=type=cache,target=/root/.local/share/pnpm/store \
    pnpm --filter ./packages/pricing run build \
    && pnpm --filter ./apps/api run build \
    && find . -name node_modules -type d -prune -exec rm -rf '{}' + \
    && pnpm install --prod --frozen-lockfile --offline --ignore-scripts --filter ./apps/api... \
    && rm -rf packages/theme packages/pricing/src packages/pricing/tsconfig.json \
    && find apps/api/src -type f \( -name '*.ts' -o -name '*.tsx' \) -delete

# Run: the same Debian without compilers.
FROM node:24-bookworm-slim
WORKDIR /app/apps/api

ENV LANG=C.UTF-8

ENV NODE_ENV=production

COPY --from=build /app/ /app/

# A number, so that Kubernetes can verify runAsNonRoot.
USER 1000:1000

# The port that main.ts names.
EXPOSE 4100

# Node itself, not npm: npm would not pass SIGTERM on.
CMD ["node", "dist/main.js"]
