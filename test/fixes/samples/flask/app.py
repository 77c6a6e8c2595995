"""A small shop that keeps carts in sessions, prices in a cache and limits in memory."""
import logging
import secrets

from flask import Flask, jsonify, request, session
from flask_caching import Cache
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_session import Session
from waitress import serve

app = Flask(__name__)
app.config["SECRET_KEY"] = secrets.token_hex(32)
app.config["SESSION_TYPE"] = "filesystem"
app.config["CACHE_TYPE"] = "SimpleCache"
app.config["CACHE_DEFAULT_TIMEOUT"] = 300

Session(app)
cache = Cache(app)
limiter = Limiter(get_remote_address, app=app)

handler = logging.FileHandler("shop.log")
logging.getLogger().addHandler(handler)


@app.post("/cart/<item>")
def add(item):
    cart = session.get("cart", [])
    cart.append(item)
    session["cart"] = cart
    return jsonify(cart)


@app.get("/cart")
def show():
    return jsonify(session.get("cart", []))


@app.put("/price/<item>")
def set_price(item):
    cache.set(f"price:{item}", request.args["value"])
    return jsonify(item=item)


@app.get("/price/<item>")
def price(item):
    return jsonify(price=cache.get(f"price:{item}"))


@app.get("/limited")
@limiter.limit("3 per minute")
def limited():
    return jsonify(allowed=True)


if __name__ == "__main__":
    serve(app, host="0.0.0.0", port=8080)
