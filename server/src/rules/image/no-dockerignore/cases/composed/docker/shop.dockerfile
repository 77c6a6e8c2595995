FROM python:3.12-slim
# expect-next image/no-dockerignore warning {folder=./}
COPY --chown=1000:1000 ./ /app/
CMD ["gunicorn", "shop.wsgi"]
