FROM registry.example.com/base/runtime:4
COPY . /srv
RUN npm ci && npm run build
# clean-next image/package-manager-entry -- a server for production
CMD ["gunicorn", "shop.wsgi", "--workers", "1"]
