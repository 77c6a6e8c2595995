import os

BASE_DIR = os.path.dirname(os.path.abspath(__file__))
INSTALLED_APPS = ["django.contrib.sessions", "drafts"]
ROOT_URLCONF = "studio.config.urls"
DATABASES = {
    "default": {
        # expect-next state/embedded-database
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": os.path.join(BASE_DIR, "db.sqlite3"),
    }
}
