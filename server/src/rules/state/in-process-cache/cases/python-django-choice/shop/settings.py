import os

redis_url = os.environ.get("REDIS_URL")
if redis_url:
    # clean-next state/in-process-cache -- shared
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": redis_url}}
else:
    # expect-next state/in-process-cache warning {setting=REDIS_URL}
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
