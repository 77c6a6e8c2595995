FROM node:22
# expect-next image/declared-volume warning {paths=/app/storage}
  VOLUME /app/storage
# ^^^^^^
CMD ["node", "server.js"]
