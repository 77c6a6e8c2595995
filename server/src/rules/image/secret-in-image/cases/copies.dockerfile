FROM node:22-alpine
WORKDIR /app
# expect-next image/secret-in-image warning {file=.npmrc}
COPY package.json package-lock.json .npmrc ./
#                                   ^^^^^^
RUN npm ci --omit=dev
# expect-next image/secret-in-image warning {file=.env}
COPY .env .env
# expect-next image/secret-in-image warning {file=.env.production}
ADD --chown=node:node config/.env.production /app/.env
# expect-next image/secret-in-image warning {file=id_rsa}
COPY id_rsa /root/.ssh/id_rsa
# expect-next image/secret-in-image warning {file=tls.key}
COPY certs/tls.key certs/tls.crt /etc/ssl/
# expect-next image/secret-in-image warning {file=service-account.json}
COPY service-account.json .
# expect-next image/secret-in-image warning {file=.aws}
COPY .aws /root/.aws/
# clean-next image/secret-in-image -- an example with blanks
COPY .env.example .env.example
# clean-next image/secret-in-image -- public halves
COPY id_rsa.pub certs/ca.pem certs/public.key keys/repository-signing.key certs/truststore.jks ./
# clean-next image/secret-in-image -- to be filled in
COPY .npmrc.template ./
USER node
CMD ["node", "server.js"]
