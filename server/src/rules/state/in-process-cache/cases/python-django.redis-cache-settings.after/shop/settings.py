import os

CACHES = {
    "default": {
                                                                   
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": os.environ.get("REDIS_URL", "redis://localhost:6379/0"),
        "TIMEOUT": 60,
    },
    "none": {
                                                            
        "BACKEND": "django.core.cache.backends.dummy.DummyCache",
    },
}
