import django_cache_url

ROOT_URLCONF = "shop.urls"
# expect-next state/in-process-cache warning {provider=Django, name=default, setting=CACHE_URL}
CACHES = {"default": django_cache_url.config()}
