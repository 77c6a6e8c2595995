FROM mysql:8
# clean-next image/secret-in-image -- a database for a desk
ENV MYSQL_ROOT_PASSWORD=shop1234
