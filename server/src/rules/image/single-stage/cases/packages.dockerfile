FROM python:3.13-slim
# expect-next image/single-stage info {tool=build-essential}
RUN apt-get update && apt-get install -y --no-install-recommends build-essential libpq-dev
#                                                                ^^^^^^^^^^^^^^^
COPY . /app
RUN pip install -r /app/requirements.txt
CMD ["gunicorn", "shop.wsgi"]
