from flask import Flask, jsonify, request

app = Flask(__name__)
# expect-next state/mutable-static {name=reviews}
reviews = {}
# clean-next state/mutable-static -- views are code
views = {}


@app.post("/reviews/<product>")
def add_review(product):
    reviews[product] = request.json["text"]
    return "", 204


@app.get("/reviews/<product>")
def show_review(product):
    return jsonify(reviews.get(product), views.get(product))
