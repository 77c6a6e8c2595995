FROM postgres:16
# clean-next image/declared-volume -- a database keeps its files by itself
VOLUME /var/lib/postgresql/archive
COPY init.sql /docker-entrypoint-initdb.d/
