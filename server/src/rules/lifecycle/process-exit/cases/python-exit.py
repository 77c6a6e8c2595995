import os
import signal
import sys

from flask import Flask, request

app = Flask(__name__)


@app.post("/restart")
def restart():
    # expect-next lifecycle/process-exit info {call=os.kill(), where=restart}
    os.kill(os.getpid(), signal.SIGTERM)
    return "", 202


@app.post("/license")
def replaced():
    if request.json["key"] == "":
        # expect-next lifecycle/process-exit info {call=os._exit(), where=replaced}
        os._exit(3)
    return "", 204


@app.delete("/jobs/<int:pid>")
def cancel(pid):
    # clean-next lifecycle/process-exit -- another process
    os.kill(pid, signal.SIGTERM)
    return "", 204


def start():
    if "SHOP_KEY" not in os.environ:
        # clean-next lifecycle/process-exit -- nothing is served yet
        os._exit(1)


if __name__ == "__main__":
    start()
    # clean-next lifecycle/process-exit -- started by hand
    sys.exit(app.run())
