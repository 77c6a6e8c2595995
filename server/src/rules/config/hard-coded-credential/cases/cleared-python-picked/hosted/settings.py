import os

ROOT_URLCONF = "hosted.urls"
SECRET_KEY = os.environ["DESK_SECRET_KEY"]
