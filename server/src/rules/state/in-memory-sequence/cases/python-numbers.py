from flask import Flask, jsonify, request

app = Flask(__name__)

# expect-next state/in-memory-sequence error {field=next_order_id}
next_order_id = 1
# clean-next state/in-memory-sequence -- tells log lines apart
request_id = 0


@app.post("/orders")
def order():
    global next_order_id
    next_order_id += 1
    return jsonify({"id": next_order_id, "item": request.json["item"]})


@app.before_request
def number():
    global request_id
    request_id += 1
    app.logger.info("request %s", request_id)
