import requests
from flask import Flask, jsonify, request

app = Flask(__name__)
# expect-next state/mutable-static info {name=rates}
rates = {}


@app.get("/rates")
def rate():
    currency = request.args["currency"]
    if currency not in rates:
        found = requests.get("https://rates.shop.kr/" + currency, timeout=5)
        rates[currency] = found.json()
    return jsonify(rates[currency])
