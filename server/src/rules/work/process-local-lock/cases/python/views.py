import threading

from django.http import JsonResponse

from .models import Stock

lock = threading.Lock()
table = {}


def buy(request):
    # expect-next work/process-local-lock warning {lock=lock}
    with lock:
        stock = Stock.objects.get(pk=1)
        stock.count -= 1
        stock.save()
    return JsonResponse({})


def remember(request):
    # clean-next work/process-local-lock -- guards what belongs to this process
    with lock:
        table["last"] = request.path
        table["count"] = len(table)
    return JsonResponse({})
