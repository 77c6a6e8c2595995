from cachetools import LRUCache, TTLCache, cached

from .models import Product

# expect-next state/in-process-cache warning {name=products}
products = LRUCache(maxsize=1000)
# expect-next state/in-process-cache info {name=stock}
stock = TTLCache(maxsize=1000, ttl=60)
# clean-next state/in-process-cache -- computed from what the code holds
squares = LRUCache(maxsize=10)


@cached(products)
def product(id):
    return Product.objects.get(pk=id)


@cached(stock)
def in_stock(id):
    return Product.objects.filter(pk=id).count()


@cached(squares)
def square(number):
    return number * number
