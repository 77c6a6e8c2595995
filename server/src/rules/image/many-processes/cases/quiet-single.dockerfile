FROM python:3.12-slim
COPY . /app
# clean-next image/many-processes -- prepares, then starts one program
CMD python manage.py migrate && exec gunicorn shop.wsgi --bind 0.0.0.0:8000 2>&1
