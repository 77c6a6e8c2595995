FROM registry.example.com/base/runtime:4
COPY . /srv
RUN npm ci && npm run build
# clean-next image/package-manager-entry -- a server for production
CMD ["uvicorn", "shop.main:app", "--host", "0.0.0.0"]
