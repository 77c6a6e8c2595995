# expect-next image/end-of-life-base warning {date=2025-08-28}
FROM bitnamilegacy/tomcat:10.1
COPY shop /srv/shop
CMD ["/srv/shop/start"]
