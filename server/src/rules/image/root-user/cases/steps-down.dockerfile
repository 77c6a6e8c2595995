FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends gosu && rm -rf /var/lib/apt/lists/*
COPY app entrypoint.sh /opt/
# expect-next image/root-user info -- gosu gives the rights up before the program starts
ENTRYPOINT ["/opt/entrypoint.sh"]
