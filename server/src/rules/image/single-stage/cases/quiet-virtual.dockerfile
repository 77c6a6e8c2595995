FROM python:3.13-alpine
COPY . /app
# clean-next image/single-stage -- a group that is dropped again
RUN apk add --no-cache --virtual .build gcc musl-dev && pip install -r /app/requirements.txt && apk del .build
CMD ["gunicorn", "shop.wsgi"]
