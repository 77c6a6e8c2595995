# clean-next image/jdk-at-runtime -- a JRE
FROM gcr.io/distroless/java17-debian12
COPY . /srv
WORKDIR /srv
CMD ["shop.jar"]
