# expect-next image/root-user info {image=nginx:1.28}
FROM nginx:1.28
COPY dist/ /usr/share/nginx/html/
