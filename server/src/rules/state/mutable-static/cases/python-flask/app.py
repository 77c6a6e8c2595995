import re
from functools import lru_cache

from flask import Flask, jsonify, request

app = Flask(__name__)

# expect-next state/mutable-static error {name=carts}
carts = {}
# expect-next state/mutable-static error {name=maintenance}
maintenance = False
# clean-next state/mutable-static -- a constant table
RATES = {"KRW": 1, "USD": 1350}
# clean-next state/mutable-static -- filled when modules are loaded
handlers = {}
# clean-next state/mutable-static -- a cache of pure computations
pattern_cache = {}


def register(name, handler):
    handlers[name] = handler


@app.post("/cart/<item>")
def add(item):
    carts.setdefault(request.cookies["id"], []).append(item)
    return jsonify(carts[request.cookies["id"]])


@app.put("/maintenance")
def switch():
    global maintenance
    maintenance = request.json["on"]
    return "", 204


@app.get("/search")
def search():
    if maintenance:
        return "", 503
    text = request.args["text"]
    if text not in pattern_cache:
        pattern_cache[text] = re.compile(text)
    found = {}
    found[text] = bool(pattern_cache[text].search("shop"))
    return jsonify(found)
