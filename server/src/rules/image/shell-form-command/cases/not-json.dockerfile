FROM node:22-slim
# expect-next image/shell-form-command warning {keyword=CMD}
CMD ['node', 'server.js']
