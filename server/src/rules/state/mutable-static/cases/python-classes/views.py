from django.http import JsonResponse
from django.views import View


class Progress(View):
    # expect-next state/mutable-static error {name=jobs}
    jobs = {}
    # clean-next state/mutable-static -- a setting of the class
    http_method_names = ["get", "post"]

    def post(self, request):
        self.jobs[request.POST["id"]] = 0
        return JsonResponse({})

    def get(self, request):
        return JsonResponse({"done": self.jobs.get(request.GET["id"])})


class Basket:
    def __init__(self):
        # clean-next state/mutable-static -- made for each request
        self.items = []

    def add(self, item):
        self.items.append(item)


def show(request):
    basket = Basket()
    basket.add(request.GET["item"])
    return JsonResponse({"items": basket.items})


class Edit(View):
    # clean-next state/mutable-static -- written anew before each use
    before = {}

    def get_object(self):
        found = Product.objects.get(pk=self.kwargs["pk"])
        for field in Product._meta.fields:
            self.before[field.name] = getattr(found, field.name)
        return found

    def post(self, request):
        found = self.get_object()
        return JsonResponse({"was": self.before["name"], "is": found.name})
