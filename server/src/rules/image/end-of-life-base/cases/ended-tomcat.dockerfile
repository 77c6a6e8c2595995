# expect-next image/end-of-life-base warning {product=Tomcat 8.5}
FROM tomcat:8.5-jdk8-openjdk-slim
COPY shop /srv/shop
CMD ["/srv/shop/start"]
