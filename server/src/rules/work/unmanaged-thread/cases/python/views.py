import threading

from django.http import JsonResponse

from .models import Report


def build(report):
    report.done = True
    report.save()


def count():
    return len(threading.enumerate())


def start(request):
    report = Report.objects.create()
    # expect-next work/unmanaged-thread warning {work=build}
    threading.Thread(target=build, args=(report,)).start()
    return JsonResponse({"id": report.id})


def both(request):
    # clean-next work/unmanaged-thread -- waited for
    thread = threading.Thread(target=build, args=(Report(),))
    thread.start()
    thread.join()
    return JsonResponse({})


def peek(request):
    # clean-next work/unmanaged-thread -- nothing is lost with it
    threading.Thread(target=count).start()
    return JsonResponse({})
