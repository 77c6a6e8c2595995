FROM node:22-slim
WORKDIR /app
COPY . .
USER node
RUN npm ci --omit=dev
# expect-next image/root-user warning {user=root}
USER root
#    ^^^^
CMD ["node", "server.js"]
