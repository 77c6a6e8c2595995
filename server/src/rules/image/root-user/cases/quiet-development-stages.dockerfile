FROM node:22 AS development
WORKDIR /shop
COPY . .
RUN npm ci
# clean-next image/root-user -- every stage is named for developers
CMD ["npm", "run", "serve"]

FROM development AS dev-envs
RUN apt-get update && apt-get install -y git
# clean-next image/root-user -- tools of an editor
CMD ["npm", "run", "serve"]
