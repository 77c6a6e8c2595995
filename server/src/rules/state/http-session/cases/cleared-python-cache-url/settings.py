import django_cache_url
from decouple import config

ROOT_URLCONF = "shop.urls"
CACHES = {"default": config("CACHE_URL", default="locmem://", cast=django_cache_url.parse)}
# clean-next state/http-session -- Compose names a Redis
SESSION_ENGINE = config("SESSION_ENGINE", default="django.contrib.sessions.backends.cache")
