FROM registry.example.com/base/runtime:4
COPY . /srv
RUN npm ci && npm run build
# clean-next image/package-manager-entry -- the framework's own server for production
CMD ["next", "start"]
