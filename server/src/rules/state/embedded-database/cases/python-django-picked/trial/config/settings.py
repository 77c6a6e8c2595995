import os

BASE_DIR = os.path.dirname(os.path.abspath(__file__))
INSTALLED_APPS = ["django.contrib.sessions", "desk"]
ROOT_URLCONF = "trial.config.urls"
DATABASES = {
    "default": {
        # clean-next state/embedded-database -- the image runs with other settings, whole in themselves
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": os.path.join(BASE_DIR, "db.sqlite3"),
    }
}
