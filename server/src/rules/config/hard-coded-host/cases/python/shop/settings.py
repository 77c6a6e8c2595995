import os

# expect-next config/hard-coded-host warning
CELERY_BROKER_URL = "redis://10.20.30.40:6379/0"
# clean-next config/hard-coded-host -- a default for a developer's machine
RESULT_URL = os.environ.get("RESULT_URL", "redis://localhost:6379/1")
# clean-next config/hard-coded-host -- who may come in
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
# clean-next config/hard-coded-host -- where this process listens
BIND = "0.0.0.0"
