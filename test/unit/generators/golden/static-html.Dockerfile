# syntax=docker/dockerfile:1

# Run: a web server that needs no rights.
FROM nginxinc/nginx-unprivileged:1.30

# A path without a file is answered with 404.
RUN printf '%s\n' "server {" "    listen 8080;" "    root /usr/share/nginx/html;" "    index index.html;" "    gzip on;" "    gzip_types text/css application/javascript application/json image/svg+xml;" "    location / { try_files \$uri \$uri/ \$uri.html =404; }" "}" > /etc/nginx/conf.d/default.conf

COPY . /usr/share/nginx/html/

# A number, so that Kubernetes can verify runAsNonRoot.
USER 101:101

# The port that nginx is set to above.
EXPOSE 8080

CMD ["nginx", "-g", "daemon off;"]
