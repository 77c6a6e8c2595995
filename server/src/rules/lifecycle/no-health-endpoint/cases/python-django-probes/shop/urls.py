from django.urls import include, path

# expect-next lifecycle/no-health-endpoint warning
urlpatterns = [
    path("orders/", include("orders.urls")),
]
