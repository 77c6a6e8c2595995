# expect-next state/in-process-cache warning
from django.core.cache import cache


def price(request):
    return cache.get("price")
