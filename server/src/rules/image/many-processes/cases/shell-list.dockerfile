FROM python:3.12-slim
COPY . /app
# expect-next image/many-processes warning
CMD ["sh", "-c", "celery -A shop worker --loglevel=info & exec gunicorn shop.wsgi"]
