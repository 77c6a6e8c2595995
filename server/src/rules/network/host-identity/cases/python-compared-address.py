from django.http import HttpResponseForbidden


def check(device, request):
    # expect-next network/host-identity warning
    ip = request.META.get("REMOTE_ADDR")
    if device.last_ip != ip:
        return HttpResponseForbidden()
