from .base import *

# clean-next state/http-session -- for a developer alone
SESSION_ENGINE = "django.contrib.sessions.backends.file"
