# clean-next image/end-of-life-base -- the data decides on the version of a database
FROM mysql:5.7-debian
COPY schema.sql /docker-entrypoint-initdb.d/
