import os

from flask import Flask
from flask_socketio import SocketIO

app = Flask(__name__)
# expect-next state/connection-registry error {library=Flask-SocketIO}
socketio = SocketIO(app)


@socketio.on("say")
def say(message):
    socketio.emit("said", message)
