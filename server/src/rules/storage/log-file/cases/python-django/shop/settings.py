LOGGING = {
    "version": 1,
    "handlers": {
        "file": {
            # expect-next storage/log-file warning {file=/var/log/shop.log}
            "class": "logging.FileHandler",
            "filename": "/var/log/shop.log",
            "formatter": "plain",
        },
        "unused": {
            # clean-next storage/log-file -- no logger uses it
            "class": "logging.FileHandler",
            "filename": "debug.log",
        },
    },
    "root": {"handlers": ["file"], "level": "INFO"},
}
