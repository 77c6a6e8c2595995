INSTALLED_APPS = ["desk"]
ROOT_URLCONF = "trial.urls"
# expect-next config/hard-coded-credential info
SECRET_KEY = "7f3k9w2mq8zr4v6tn1xb5c0yhd"
