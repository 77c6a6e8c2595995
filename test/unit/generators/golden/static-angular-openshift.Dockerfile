# syntax=docker/dockerfile:1

# Build. Node.js 24: a release with long-term support; package.json names none.
FROM node:24-bookworm AS build
WORKDIR /app

# Dependencies first: this layer is reused until the lock file changes.
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm \
    npm ci

# Variables such as VITE_API_URL are written into the files here, not when the container starts.
COPY . .
RUN npm run build

# Run: a web server that needs no rights.
FROM nginxinc/nginx-unprivileged:1.30

# A path without a file is answered with 404.
RUN printf '%s\n' "server {" "    listen 8080;" "    root /usr/share/nginx/html;" "    index index.html;" "    gzip on;" "    gzip_types text/css application/javascript application/json image/svg+xml;" "    location / { try_files \$uri \$uri/ \$uri.html =404; }" "}" > /etc/nginx/conf.d/default.conf

COPY --from=build /app/dist/ /usr/share/nginx/html/

# A number, so that Kubernetes can verify runAsNonRoot.
USER 101:0

# The port that nginx is set to above.
EXPOSE 8080

CMD ["nginx", "-g", "daemon off;"]
