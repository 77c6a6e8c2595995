FROM registry.example.com/base/runtime:4
COPY . /srv
RUN npm ci && npm run build
# clean-next image/package-manager-entry -- poetry replaces itself with the program
CMD ["poetry", "run", "gunicorn", "shop:app"]
