FROM node:22-slim
COPY . .
# expect-next image/fixed-heap info {option=--max-old-space-size=4096}
CMD ["node", "--max-old-space-size=4096", "server.js"]
#             ^^^^^^^^^^^^^^^^^^^^^^^^^
