FROM node:22-alpine
# clean-next image/no-dockerignore -- a file of its own says what is left out
COPY . .
CMD ["node", "server.js"]
