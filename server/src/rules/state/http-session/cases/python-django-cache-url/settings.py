import django_cache_url
from decouple import config

ROOT_URLCONF = "shop.urls"
CACHES = {"default": config("CACHE_URL", default="locmem://", cast=django_cache_url.parse)}
# expect-next state/http-session warning {setting=CACHE_URL}
SESSION_ENGINE = config("SESSION_ENGINE", default="django.contrib.sessions.backends.cache")
