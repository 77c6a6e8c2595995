FROM debian:12
COPY shop /usr/bin/shop
# expect-next image/many-processes warning
CMD service postgresql start && /usr/bin/shop --port 8080
