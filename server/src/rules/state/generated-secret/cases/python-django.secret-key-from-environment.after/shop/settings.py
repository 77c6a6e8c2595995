import os

from django.core.management.utils import get_random_secret_key

                                          
SECRET_KEY = os.environ["SECRET_KEY"]
