import requests
from flask import Blueprint, request

pages = Blueprint("pages", __name__)
# clean-next state/in-memory-rate-limit -- calls that go out are tried again where they are made
retry_attempts = {}


@pages.post("/notify")
def notify():
    shop = request.json["shop"]
    retry_attempts[shop] = retry_attempts.get(shop, 0) + 1
    requests.post(f"https://{shop}/notify")
    return "", 204
