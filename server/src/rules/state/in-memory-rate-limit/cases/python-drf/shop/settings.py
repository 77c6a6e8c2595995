ROOT_URLCONF = "shop.urls"
REST_FRAMEWORK = {
    "DEFAULT_THROTTLE_CLASSES": [
        # expect-next state/in-memory-rate-limit warning
        "rest_framework.throttling.AnonRateThrottle",
        "rest_framework.throttling.UserRateThrottle",
    ],
}
