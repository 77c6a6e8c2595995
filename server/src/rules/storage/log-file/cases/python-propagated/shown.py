LOGGING = {
    "version": 1,
    "filters": {"require_debug_true": {"()": "django.utils.log.RequireDebugTrue"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "filters": ["require_debug_true"]},
        "file": {
            # expect-next storage/log-file warning {file=/data/log/shown.log}
            "class": "logging.FileHandler",
            "filename": "/data/log/shown.log",
        },
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"shop": {"handlers": ["file"], "level": "DEBUG"}},
}
