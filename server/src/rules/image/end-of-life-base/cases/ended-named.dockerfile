# expect-next image/end-of-life-base warning {product=Node.js 14}
FROM node:fermium-bullseye
COPY shop /srv/shop
CMD ["/srv/shop/start"]
