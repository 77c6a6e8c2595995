FROM registry.example.com/base/runtime:4
COPY . /srv
RUN npm ci && npm run build
# clean-next image/package-manager-entry -- the program stays; what runs before is another matter
CMD npm run build && node dist/main.js
