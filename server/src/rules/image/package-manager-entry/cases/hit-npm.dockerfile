FROM registry.example.com/base/runtime:4
COPY . /srv
# expect-next image/package-manager-entry warning {tool=npm start}
CMD ["npm", "start"]
