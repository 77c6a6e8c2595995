# expect-next image/end-of-life-base warning {product=Python 3.8}
FROM python:3.8-alpine AS builder
COPY . .
CMD ["python", "app.py"]

FROM builder AS dev-envs
RUN apk add --no-cache git
# clean-next image/end-of-life-base -- a tool for developers
COPY --from=node:14 / /
