from flask import Flask
from flask_session import Session

app = Flask(__name__)
app.config.from_object("config.Config")
Session(app)
