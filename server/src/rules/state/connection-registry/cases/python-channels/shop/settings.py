import os

CHANNEL_LAYERS = {
    "default": {
        # expect-next state/connection-registry error
        "BACKEND": "channels.layers.InMemoryChannelLayer",
    },
}
