# expect-next image/end-of-life-base warning {product=Python 3.9}
FROM public.ecr.aws/docker/library/python:3.9-slim-buster
COPY shop /srv/shop
CMD ["/srv/shop/start"]
