import os

from flask import Flask
from flask_session import Session
import redis

app = Flask(__name__)
                                                              
app.config["SESSION_TYPE"] = "redis"
app.config["SESSION_REDIS"] = redis.Redis.from_url(os.environ.get("REDIS_URL", "redis://localhost:6379/0"))
Session(app)
