FROM eclipse-temurin:21-jre
WORKDIR /app
ENV DB_HOST=db \
    # expect-next image/secret-in-image warning {variable=DB_PASSWORD}
    DB_PASSWORD=sh0p-Summer24 \
   #^^^^^^^^^^^
    DB_USER=shop
# expect-next image/secret-in-image warning {variable=JWT_SECRET}
ENV JWT_SECRET "q8f3K1zP0xLr72Vw"
# expect-next image/secret-in-image warning {variable=ORDER_DB_URL}
ENV ORDER_DB_URL=postgresql://shop:sh0pSummer@db:5432/orders
# expect-next image/secret-in-image info {variable=ADMIN_PASSWORD}
ENV ADMIN_PASSWORD=changeme
# clean-next image/secret-in-image -- filled in where the container starts
ENV MAIL_PASSWORD=
# clean-next image/secret-in-image -- a path, not the secret
ENV KEY_PASSWORD_FILE=/run/secrets/key-password
# clean-next image/secret-in-image -- says that it is to be filled in
ENV API_TOKEN=<your-token>
# clean-next image/secret-in-image -- nothing secret
ENV PASSWORD_MIN_LENGTH=12 TOKEN_TTL=3600
COPY target/shop.jar ./
CMD ["java", "-jar", "shop.jar"]
