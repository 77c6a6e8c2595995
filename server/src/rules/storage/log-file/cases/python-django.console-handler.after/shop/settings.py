LOGGING = {
    "version": 1,
    "handlers": {
        "file": {
                                                                           
            "class": "logging.StreamHandler",
            "formatter": "plain",
        },
        "unused": {
                                                              
            "class": "logging.FileHandler",
            "filename": "debug.log",
        },
    },
    "root": {"handlers": ["file"], "level": "INFO"},
}
