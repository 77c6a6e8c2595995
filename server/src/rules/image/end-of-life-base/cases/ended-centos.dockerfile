# expect-next image/end-of-life-base warning {product=CentOS 8}
FROM centos
COPY shop /srv/shop
CMD ["/srv/shop/start"]
