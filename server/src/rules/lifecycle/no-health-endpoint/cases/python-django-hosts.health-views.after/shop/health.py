"""Answers for the probes of the cluster."""

from django.db import connection
from django.http import JsonResponse


def healthz(request):
    """Liveness: this process works on requests."""
    return JsonResponse({"status": "ok"})


def readyz(request):
    """Readiness: this process reaches its database."""
    connection.ensure_connection()
    return JsonResponse({"status": "ready"})
