import os

ROOT_URLCONF = "shop.urls"

# expect-next storage/upload-directory warning -- unless the variable says otherwise
MEDIA_ROOT = "/srv/shop/files"

if os.environ.get("LOCAL_STORAGE", "True") == "True":
    DEFAULT_FILE_STORAGE = "shop.storage.FileSystemStorageWrapper"
else:
    DEFAULT_FILE_STORAGE = "storages.backends.s3boto3.S3Boto3Storage"
