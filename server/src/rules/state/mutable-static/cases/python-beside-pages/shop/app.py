from flask import Flask, jsonify, request

app = Flask(__name__)

# expect-next state/mutable-static error {name=carts}
carts = {}


@app.post("/cart")
def add():
    carts.setdefault(request.json["id"], []).append(request.json["item"])
    return jsonify(carts[request.json["id"]])
