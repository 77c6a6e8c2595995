# expect-next image/floating-tag warning -- the image for users stands on it
FROM python AS shop
COPY . .
CMD ["gunicorn", "shop.wsgi"]

FROM shop AS dev
CMD ["python", "manage.py", "runserver"]
