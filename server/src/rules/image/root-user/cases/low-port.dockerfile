FROM debian:bookworm-slim
COPY server /usr/local/bin/
EXPOSE 80
# expect-next image/root-user warning -- no fix is offered: another user may not bind port 80
CMD ["/usr/local/bin/server"]
