from django.urls import path

from . import views

urlpatterns = [
    path("cart", views.show),
    path("cart/<str:item>", views.add),
    path("price/<str:item>", views.price),
    path("files/<str:name>", views.upload),
]
