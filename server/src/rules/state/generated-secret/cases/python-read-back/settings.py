import os

ROOT_URLCONF = "shop.urls"

try:
    with open(".secret", "rb") as file:
        key = file.read()
except OSError:
    key = None

if not key:
    key = os.urandom(64)
    with open(".secret", "wb") as file:
        # clean-next state/generated-secret -- told where it becomes the setting
        file.flush()

# expect-next state/generated-secret warning
SECRET_KEY = key
