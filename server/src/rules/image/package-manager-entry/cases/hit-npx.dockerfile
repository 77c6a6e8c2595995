FROM registry.example.com/base/runtime:4
COPY . /srv
# expect-next image/package-manager-entry warning {tool=npx react-router-serve}
CMD ["npx", "react-router-serve", "./build/server/index.js"]
