FROM node:22-slim AS base
# expect-next image/shell-form-command warning {keyword=CMD}
CMD node server.js

FROM base
COPY . /app
