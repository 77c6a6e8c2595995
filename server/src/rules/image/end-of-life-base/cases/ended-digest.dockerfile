# expect-next image/end-of-life-base warning {product=Node.js 16}
FROM node:16@sha256:7e77aa5d0fbb1e3a3d3c8cc8a6b0c4c8d7ab1a8d2e0f0c9ef1f0a2a1f4a1b2c3
COPY shop /srv/shop
CMD ["/srv/shop/start"]
