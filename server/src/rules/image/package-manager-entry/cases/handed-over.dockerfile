FROM python:3.13-slim
COPY . /srv
ENTRYPOINT ["/srv/docker-entrypoint.sh"]
# expect-next image/package-manager-entry warning {tool=npm start}
CMD ["npm", "start"]
#     ^^^
