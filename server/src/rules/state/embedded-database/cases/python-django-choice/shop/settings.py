import os

DATABASES = {
    "default": {
        # expect-next state/embedded-database warning {setting=DB}
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": "shop.sqlite3",
    },
}
if os.getenv("DB") == "postgres":
    # clean-next state/embedded-database -- a server
    DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "shop"}}
