import os

BASE_DIR = os.path.dirname(os.path.abspath(__file__))
INSTALLED_APPS = ["django.contrib.sessions", "desk"]
ROOT_URLCONF = "hosted.urls"
DATABASES = {
    "default": {
        # expect-next state/embedded-database error
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": os.path.join(BASE_DIR, "db.sqlite3"),
    }
}
