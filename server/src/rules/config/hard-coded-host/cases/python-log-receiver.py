import logging.config

logging.config.dictConfig({
    "version": 1,
    "handlers": {
        # expect-next config/hard-coded-host info -- lines for whoever watches, without which nothing fails
        "debug": {"class": "logging.handlers.SocketHandler", "host": "127.0.0.1", "port": 9020},
    },
})

# expect-next config/hard-coded-host warning
QUEUE = {"engine": "rabbit", "host": "127.0.0.1", "port": 5672}
