from fastapi import FastAPI

from .models import Product

app = FastAPI()
# expect-next state/mutable-static warning {name=products}
products = {}


@app.get("/products/{id}")
def product(id: int):
    if id not in products:
        products[id] = Product.objects.get(pk=id)
    return products[id]
