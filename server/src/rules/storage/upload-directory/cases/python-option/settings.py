from configparser import ConfigParser
from pathlib import Path

config = ConfigParser()
config.read("shop.cfg")

ROOT_URLCONF = "shop.urls"
INSTALLED_APPS = ["django.contrib.auth", "shop"]
# expect-next storage/upload-directory warning {variable=[filesystem] media}
MEDIA_ROOT = Path(config.get("filesystem", "media", fallback="/srv/shop/media"))
