import os

from flask_socketio import SocketIO

# clean-next state/connection-registry -- a queue joins the replicas
socketio = SocketIO(message_queue=os.environ["REDIS_URL"])
