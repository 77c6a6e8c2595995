# syntax=docker/dockerfile:1

# Build. Node.js 22: engines in package.json asks for 22.
FROM node:22-bookworm AS build
WORKDIR /app

# Dependencies first: this layer is reused until the lock file changes.
COPY package.json pnpm-lock.yaml ./
RUN --mount=type=cache,target=/root/.local/share/pnpm/store \
    corepack enable \
    && pnpm install --frozen-lockfile

# Variables such as VITE_API_URL are written into the files here, not when the container starts.
COPY . .
RUN pnpm run build

# Run: a web server that needs no rights.
FROM nginxinc/nginx-unprivileged:1.30

# A router in the browser reads the path, so a path without a file is answered with the first page.
RUN printf '%s\n' "server {" "    listen 8080;" "    root /usr/share/nginx/html;" "    index index.html;" "    gzip on;" "    gzip_types text/css application/javascript application/json image/svg+xml;" "    location / { try_files \$uri \$uri/ /index.html; }" "}" > /etc/nginx/conf.d/default.conf

COPY --from=build /app/dist/ /usr/share/nginx/html/

# A number, so that Kubernetes can verify runAsNonRoot.
USER 101:101

# The port that nginx is set to above.
EXPOSE 8080

CMD ["nginx", "-g", "daemon off;"]
