import os

ROOT_URLCONF = "shop.urls"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
# expect-next state/http-session error {library=Django}
SESSION_ENGINE = "django.contrib.sessions.backends.cache"
