# clean-next image/root-user -- a database is meant to be one and steps down by itself
FROM mysql:8.4
COPY schema.sql /docker-entrypoint-initdb.d/
