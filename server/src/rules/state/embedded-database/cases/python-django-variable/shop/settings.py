import os

ROOT_URLCONF = "shop.urls"
engine = os.getenv("SHOP_DB_ENGINE", "sqlite")
if engine == "postgres":
    main = {"ENGINE": "django.db.backends.postgresql", "NAME": "shop", "HOST": os.getenv("SHOP_DB_HOST")}
else:
    # expect-next state/embedded-database warning {setting=SHOP_DB_ENGINE}
    main = {"ENGINE": "django.db.backends.sqlite3", "NAME": "data/shop.sqlite3"}
DATABASES = {"default": main}
