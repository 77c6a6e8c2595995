ROOT_URLCONF = "other.urls"
# SESSION_ENGINE = "django.contrib.sessions.backends.file"
# clean-next state/http-session -- the browser keeps it
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
