ROOT_URLCONF = "shop.urls"
# clean-next state/http-session -- the database and signed cookies are shared
SESSION_ENGINE = "django.contrib.sessions.backends.db"
