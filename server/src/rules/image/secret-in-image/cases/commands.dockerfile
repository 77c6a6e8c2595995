FROM python:3.12-slim
# expect-next image/secret-in-image warning {what=an address}
RUN git clone https://deploy:Gh7tK2pQ@git.example.com/shop/library.git /lib
# clean-next image/secret-in-image -- the token comes with the step and stays in no layer
RUN --mount=type=secret,id=token git clone "https://deploy:$(cat /run/secrets/token)@git.example.com/shop/covers.git" /covers
# expect-next image/secret-in-image warning {what=.npmrc}
RUN echo "//registry.npmjs.org/:_authToken=npm4kT92mQx81Za" > /root/.npmrc
# expect-next image/secret-in-image warning {what=chpasswd}
RUN apt-get update && echo 'root:Sch0k0lade' | chpasswd
# clean-next image/secret-in-image -- a variable
RUN echo "app:${APP_PASSWORD}" | chpasswd
# expect-next image/secret-in-image warning {what=--password}
RUN svn export --username build --password Tr4um https://svn.example.com/shop/trunk /app
COPY app /app
CMD ["python", "-m", "app"]
