from django.http import JsonResponse


def healthz(request):
    return JsonResponse({"status": "ok"})


def orders(request):
    return JsonResponse({"bread": 2, "cake": 1})
