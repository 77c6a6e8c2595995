import os

INSTALLED_APPS = ["django.contrib.sessions", "desk"]
ROOT_URLCONF = "hosted.config.urls"
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": os.environ.get("POSTGRES_DB", "desk"),
    }
}
