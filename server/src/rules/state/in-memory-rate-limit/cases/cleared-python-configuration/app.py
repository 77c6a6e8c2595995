from flask import Flask
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

app = Flask(__name__)
app.config.from_object("config.Config")
# clean-next state/in-memory-rate-limit -- the configuration names Redis
limiter = Limiter(get_remote_address, app=app)
