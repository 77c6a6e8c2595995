DATABASES = {
    "default": {
        # expect-next state/embedded-database error {engine=SQLite}
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": "shop.sqlite3",
    },
}
