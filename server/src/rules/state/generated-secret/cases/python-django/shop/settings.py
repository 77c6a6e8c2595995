import os

from django.core.management.utils import get_random_secret_key

# expect-next state/generated-secret error
SECRET_KEY = get_random_secret_key()
