from configparser import ConfigParser
from pathlib import Path

from django.utils.crypto import get_random_string

config = ConfigParser()
config.read(["/etc/shop/shop.cfg", "shop.cfg"])

ROOT_URLCONF = "shop.urls"
DATA_DIR = Path(config.get("filesystem", "data", fallback="data"))
if config.has_option("site", "secret"):
    SECRET_KEY = config.get("site", "secret")
else:
    SECRET_FILE = DATA_DIR / ".secret"
    if SECRET_FILE.exists():
        SECRET_KEY = SECRET_FILE.read_text()
    else:
        # expect-next state/generated-secret warning {setting=[site] secret}
        SECRET_KEY = get_random_string(50)
        with SECRET_FILE.open(mode="w") as file:
            # clean-next state/generated-secret -- told where it is made
            file.write(SECRET_KEY)
