ROOT_URLCONF = "shop.urls"
# clean-next storage/upload-directory -- production keeps uploads in a bucket
MEDIA_ROOT = "/srv/media"
