import os

CHANNEL_LAYERS = {
    "default": {
                                                     
        "BACKEND": "channels_redis.core.RedisChannelLayer",
        "CONFIG": {"hosts": [os.environ.get("REDIS_URL", "redis://localhost:6379/0")]},
    },
}
