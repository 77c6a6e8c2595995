FROM node:22
ARG NPM_HOST
# expect-next image/secret-in-image warning {file=.npmrc}
COPY .npmrc ./
RUN echo "//npm.example.com/:always-auth=true" >> .npmrc
RUN npm ci
CMD ["node", "server.js"]
