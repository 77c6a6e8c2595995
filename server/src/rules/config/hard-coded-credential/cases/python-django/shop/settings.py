import os

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        # expect-next config/hard-coded-credential warning {name=PASSWORD}
        "PASSWORD": "Tn4-vx81Qs",
    },
}
# clean-next config/hard-coded-credential -- told with the first one of the file
SECRET_KEY = os.environ["SECRET_KEY"]
AUTH_PASSWORD_VALIDATORS = []
