from django.http import HttpResponseForbidden


def update(device, request):
    # expect-next network/host-identity info
    ip = request.META.get("REMOTE_ADDR")
    if device.last_ip != ip:
        device.last_ip = ip
        device.save()
