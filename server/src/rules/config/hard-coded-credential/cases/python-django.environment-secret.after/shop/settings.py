import os

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
                                                                          
        "PASSWORD": os.environ["DATABASE_PASSWORD"],
    },
}
                                                                                
SECRET_KEY = os.environ["SECRET_KEY"]
AUTH_PASSWORD_VALIDATORS = []
