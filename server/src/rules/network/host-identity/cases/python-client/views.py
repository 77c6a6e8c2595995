from django.conf import settings
from django.http import JsonResponse

from shop.models import Visit


def visited(request):
    # expect-next network/host-identity info
    Visit.objects.create(path=request.path, ip=request.META.get("REMOTE_ADDR"))
    return JsonResponse({})


def shown(request):
    # clean-next network/host-identity -- shown to the caller
    return JsonResponse({"text": "from " + request.META["REMOTE_ADDR"]})


def traced(request):
    # clean-next network/host-identity -- developers' addresses decide about debugging
    return request.META.get("REMOTE_ADDR") in settings.INTERNAL_IPS
