import os

from django.core.management.utils import get_random_secret_key

ROOT_URLCONF = "shop.urls"
KEY_FILE = os.path.join("data", "secret.key")
if not os.path.exists(KEY_FILE):
    with open(KEY_FILE, "w") as file:
        # expect-next state/generated-secret error
        file.write(get_random_secret_key())
with open(KEY_FILE) as file:
    # clean-next state/generated-secret -- told where it is made
    SECRET_KEY = file.read().strip()
