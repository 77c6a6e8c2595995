LOGGING = {
    "version": 1,
    "handlers": {
        "console": {"class": "logging.StreamHandler"},
        "file": {
            # expect-next storage/log-file info {file=/data/log/shop.log}
            "class": "logging.handlers.RotatingFileHandler",
            "filename": "/data/log/shop.log",
        },
        "audit": {
            # expect-next storage/log-file warning {file=/data/log/audit.log}
            "class": "logging.FileHandler",
            "filename": "/data/log/audit.log",
        },
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "shop": {"handlers": ["file"], "level": "DEBUG"},
        "shop.audit": {"handlers": ["audit"], "level": "INFO", "propagate": False},
    },
}
