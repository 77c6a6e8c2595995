CHANNEL_LAYERS = {
    # clean-next state/connection-registry -- for a developer alone
    "default": {"BACKEND": "channels.layers.InMemoryChannelLayer"},
}
