CACHES = {
    "pages": {
        # expect-next state/in-process-cache warning {name=pages}
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": "/var/cache/pages",
    },
}
