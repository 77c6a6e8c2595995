# expect-next image/single-stage info -- the script may still compile
FROM gradle:8-jdk17
COPY . /app
RUN gradle bootJar
ENTRYPOINT ["/app/start.sh"]
