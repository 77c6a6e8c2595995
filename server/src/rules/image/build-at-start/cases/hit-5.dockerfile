FROM registry.example.com/base/runtime:4
WORKDIR /srv
COPY . .
# expect-next image/build-at-start warning {tool=python -m pip install}
CMD python -m pip install --no-cache-dir -r requirements.txt; python app.py
