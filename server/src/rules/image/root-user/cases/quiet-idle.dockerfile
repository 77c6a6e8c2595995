FROM ubuntu:24.04
RUN apt-get update && apt-get install -y --no-install-recommends git make && rm -rf /var/lib/apt/lists/*
COPY entrypoint.sh /usr/local/bin/
# clean-next image/root-user -- waits for the people who work in it
ENTRYPOINT ["/usr/local/bin/entrypoint.sh"]
CMD ["tail", "-f", "/dev/null"]
