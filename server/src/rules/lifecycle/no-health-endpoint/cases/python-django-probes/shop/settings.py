ROOT_URLCONF = "shop.urls"
ALLOWED_HOSTS = [".example.kr"]
SECURE_SSL_REDIRECT = False
