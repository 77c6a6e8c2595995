FROM debian:12
# expect-next image/declared-volume warning {paths=/var/lib/catalog}
VOLUME /var/lib/catalog
RUN mkdir -p /var/lib/catalog && cp -r /seed/* /var/lib/catalog/
COPY catalog /usr/bin/catalog
CMD ["catalog"]
