# clean-next image/floating-tag -- no stage uses it, so that nobody fetches it
FROM tonistiigi/binfmt AS binfmt
# expect-next image/floating-tag warning {image=node} -- the last stage copies from it
FROM node AS node
FROM python:3.13-slim
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY . .
USER 1000:1000
CMD ["gunicorn", "shop.wsgi"]
