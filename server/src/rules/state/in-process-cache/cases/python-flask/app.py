from flask import Flask
from flask_caching import Cache

app = Flask(__name__)
# expect-next state/in-process-cache warning {provider=Flask-Caching}
app.config.update(DEBUG=False, CACHE_TYPE="SimpleCache")
cache = Cache(app)
