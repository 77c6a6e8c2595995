FROM node:22
COPY . .
# clean-next image/many-processes -- waits for the database first
CMD until nc -z db 5432; do sleep 1; done && node server.js
