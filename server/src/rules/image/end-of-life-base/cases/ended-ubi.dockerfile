# expect-next image/end-of-life-base warning {product=Red Hat UBI 7}
FROM registry.access.redhat.com/ubi7/ubi-minimal:7.9
COPY shop /srv/shop
CMD ["/srv/shop/start"]
