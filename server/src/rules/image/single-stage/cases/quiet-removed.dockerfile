FROM python:3.13-slim
COPY . /app
# clean-next image/single-stage -- removed in the same layer
RUN apt-get update && apt-get install -y gcc && pip install -r /app/requirements.txt && apt-get purge -y gcc
# clean-next image/single-stage -- only said
RUN echo "run go build ./... to build the tools"
CMD ["gunicorn", "shop.wsgi"]
