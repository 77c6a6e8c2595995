from flask import Flask, jsonify
from flask_executor import Executor

app = Flask(__name__)
executor = Executor(app)


@app.post("/report/<key>")
def start(key):
    # expect-next state/in-memory-queue error {call=submit_stored}
    executor.submit_stored(key, build, key)
    return jsonify(key=key), 202


@app.get("/report/<key>")
def result(key):
    if not executor.futures.done(key):
        return jsonify(state="running")
    return jsonify(executor.futures.pop(key).result())


@app.get("/ping")
def ping(pool):
    # clean-next state/in-memory-queue -- another class of that name
    pool.submit_stored("a", build)
    return "pong"
