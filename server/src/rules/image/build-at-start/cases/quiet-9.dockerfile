FROM registry.example.com/base/runtime:4
WORKDIR /srv
COPY . .
RUN npm ci && npm run build
# clean-next image/build-at-start -- | true|pipes and alternatives are not taken apart
CMD npm install -g npm-check 
