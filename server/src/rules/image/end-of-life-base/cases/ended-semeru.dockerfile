# expect-next image/end-of-life-base warning {product=Java 16}
FROM ibm-semeru-runtimes:open-16-jre
COPY shop /srv/shop
CMD ["/srv/shop/start"]
