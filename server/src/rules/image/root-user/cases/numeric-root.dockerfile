FROM alpine:3.22
RUN apk add --no-cache nodejs
# expect-next image/root-user warning {user=0:0}
USER 0:0
#    ^^^
ENTRYPOINT ["node", "/srv/app.js"]
