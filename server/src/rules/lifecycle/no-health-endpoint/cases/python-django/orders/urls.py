from django.urls import path

from . import views

# clean-next lifecycle/no-health-endpoint -- part of the list above
urlpatterns = [path("", views.show)]
