ROOT_URLCONF = "shop.urls"
# expect-next state/http-session error {library=Django}
SESSION_ENGINE = "django.contrib.sessions.backends.file"
