# expect-next image/end-of-life-base warning {product=Node.js 18}
FROM gcr.io/distroless/nodejs18-debian12
COPY shop /srv/shop
CMD ["/srv/shop/start"]
