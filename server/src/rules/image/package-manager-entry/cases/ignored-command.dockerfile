FROM node:22-slim
COPY . /srv
ENTRYPOINT exec node /srv/server.js
# clean-next image/package-manager-entry -- an ENTRYPOINT in shell form drops it
CMD ["npm", "start"]
