FROM debian:bookworm-slim
# clean-next image/single-stage -- nothing to compile with
RUN apt-get update && apt-get install -y --no-install-recommends libgcc-s1 ca-certificates curl make-guile
CMD ["/srv/shop"]
