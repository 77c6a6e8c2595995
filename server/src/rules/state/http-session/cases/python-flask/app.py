import os

from flask import Flask
from flask_session import Session

app = Flask(__name__)
# expect-next state/http-session error {library=Flask-Session}
app.config["SESSION_TYPE"] = "filesystem"
Session(app)
