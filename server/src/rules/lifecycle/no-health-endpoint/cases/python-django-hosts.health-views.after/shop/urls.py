from django.urls import include, path
from .health import healthz, readyz

                                                  
urlpatterns = [
    path("healthz", healthz),
    path("readyz", readyz),
    path("orders/", include("orders.urls")),
]
