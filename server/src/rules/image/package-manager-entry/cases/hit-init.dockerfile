FROM registry.example.com/base/runtime:4
COPY . /srv
# expect-next image/package-manager-entry info {tool=npm start}
CMD ["dumb-init", "npm", "start"]
