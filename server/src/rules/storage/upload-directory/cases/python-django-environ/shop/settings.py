import environ

root = environ.Path(__file__) - 2
env = environ.FileAwareEnv(
    # clean-next config/hard-coded-host -- what holds without the variable
    SHOP_URL=(str, "http://localhost:8080"),
    SHOP_MEDIA_ROOT=(str, root("media")),
)
ROOT_URLCONF = "shop.urls"
# expect-next storage/upload-directory warning
MEDIA_ROOT = env("SHOP_MEDIA_ROOT")
