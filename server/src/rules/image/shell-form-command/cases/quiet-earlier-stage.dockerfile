FROM node:22 AS build
# clean-next image/shell-form-command -- this stage is not what runs
CMD npm run watch

FROM node:22-slim
COPY --from=build /dist /dist
CMD ["node", "/dist/server.js"]
