FROM ubuntu:24.04
COPY app start.sh /opt/
# expect-next image/root-user warning -- a script of its own starts the program; waiting only keeps the container
ENTRYPOINT ["/opt/start.sh"]
CMD ["tail", "-f", "/dev/null"]
