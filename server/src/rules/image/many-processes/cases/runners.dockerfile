FROM node:22
COPY . .
# expect-next image/many-processes warning {supervisor=concurrently}
CMD ["npx", "concurrently", "npm:start", "npm:worker"]
