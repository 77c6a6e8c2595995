FROM nginx:1.27
# expect-next image/declared-volume info
VOLUME /usr/share/nginx/html
COPY dist /usr/share/nginx/html
