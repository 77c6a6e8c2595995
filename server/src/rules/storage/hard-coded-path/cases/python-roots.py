# clean-next storage/hard-coded-path -- the build puts them into the image
STATIC_ROOT = "/srv/shop/static"
# clean-next storage/hard-coded-path -- told as the folder of uploads
MEDIA_ROOT = "/srv/shop/media"
# expect-next storage/hard-coded-path warning {name=EXPORT_ROOT}
EXPORT_ROOT = "/srv/shop/export"
