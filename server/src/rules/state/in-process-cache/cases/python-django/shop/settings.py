import os

CACHES = {
    "default": {
        # expect-next state/in-process-cache warning {name=default}
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "shop",
        "TIMEOUT": 60,
    },
    "none": {
        # clean-next state/in-process-cache -- keeps nothing
        "BACKEND": "django.core.cache.backends.dummy.DummyCache",
    },
}
