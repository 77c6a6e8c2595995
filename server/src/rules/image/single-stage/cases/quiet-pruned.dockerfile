FROM node:22-slim
COPY . .
# clean-next image/single-stage -- drops what only development needs
RUN npm ci && npm run build && npm prune --omit=dev
CMD ["node", "dist/main.js"]
