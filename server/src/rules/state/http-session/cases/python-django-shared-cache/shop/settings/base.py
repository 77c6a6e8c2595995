ROOT_URLCONF = "shop.urls"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
# clean-next state/http-session -- the settings for production put the cache on Redis
SESSION_ENGINE = "django.contrib.sessions.backends.cache"
