import os

from flask import Flask
from flask_socketio import SocketIO

app = Flask(__name__)
                                                                      
socketio = SocketIO(app, message_queue=os.environ.get("REDIS_URL", "redis://localhost:6379/0"))


@socketio.on("say")
def say(message):
    socketio.emit("said", message)
