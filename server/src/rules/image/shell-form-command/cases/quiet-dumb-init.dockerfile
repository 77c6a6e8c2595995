FROM node:22-slim
ENTRYPOINT ["/usr/bin/dumb-init", "--"]
# clean-next image/shell-form-command -- dumb-init signals the whole process group
CMD node server.js
