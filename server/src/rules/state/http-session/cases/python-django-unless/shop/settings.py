import os

ROOT_URLCONF = "shop.urls"
SESSION_ENGINE = "django.contrib.sessions.backends.db"
if os.environ.get("SESSION_FILES"):
    # expect-next state/http-session warning {setting=SESSION_FILES}
    SESSION_ENGINE = "django.contrib.sessions.backends.file"
