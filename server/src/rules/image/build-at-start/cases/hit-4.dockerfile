FROM registry.example.com/base/runtime:4
WORKDIR /srv
COPY . .
# expect-next image/build-at-start warning {tool=pip install}
CMD pip install -r requirements.txt && exec gunicorn shop.wsgi
