FROM node:22
WORKDIR /app
COPY package.json ./
# expect-next image/secret-in-image warning {file=.npmrc}
COPY .npmrc ./.npmrc
RUN npm install
RUN rm -f .npmrc
CMD ["node", "server.js"]
