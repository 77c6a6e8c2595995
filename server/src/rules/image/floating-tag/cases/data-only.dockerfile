# expect-next image/floating-tag warning
FROM node:latest AS pages
COPY . .
RUN npm run build

# clean-next image/floating-tag -- fills a volume; nothing of the system is ever started
FROM alpine:latest
RUN mkdir -p /deployment/extensions && chmod 755 /deployment
COPY --from=pages dist /deployment
