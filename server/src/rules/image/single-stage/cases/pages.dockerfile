FROM node:22-slim
WORKDIR /app
COPY . .
# expect-next image/single-stage info {tool=npm run build}
RUN npm ci && npm run build
#             ^^^^^^^^^^^^^
CMD ["node", "dist/main.js"]
