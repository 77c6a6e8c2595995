FROM python:3.12-slim
ENV HOME_DIR=/srv/library
WORKDIR /srv/library
COPY . .
# expect-next image/declared-volume warning
VOLUME ["${HOME_DIR}/media", "/srv/library/data", "/tmp"]
# expect-next image/declared-volume info {paths=/srv/library/logs}
VOLUME /srv/library/logs
# expect-next image/declared-volume info {paths=/srv/library/config}
VOLUME ['/srv/library/config']
CMD ["gunicorn", "library.wsgi"]
