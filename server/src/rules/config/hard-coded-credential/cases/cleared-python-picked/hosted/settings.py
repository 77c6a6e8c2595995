import os

INSTALLED_APPS = ["django.contrib.sessions", "desk"]
ROOT_URLCONF = "hosted.urls"
SECRET_KEY = os.environ["DESK_SECRET_KEY"]
