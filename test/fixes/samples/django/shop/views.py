from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import JsonResponse


def add(request, item):
    cart = request.session.get("cart", [])
    request.session["cart"] = cart + [item]
    return JsonResponse({"cart": request.session["cart"]})


def show(request):
    return JsonResponse({"cart": request.session.get("cart", [])})


def price(request, item):
    if "value" in request.GET:
        cache.set(f"price:{item}", request.GET["value"])
    return JsonResponse({"price": cache.get(f"price:{item}")})


def upload(request, name):
    return JsonResponse({"name": default_storage.save(name, ContentFile(b"content"))})
