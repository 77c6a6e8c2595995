import os
from flask import Flask
from flask_caching import Cache

app = Flask(__name__)
                                                                     
app.config.update(DEBUG=False, CACHE_TYPE="RedisCache", CACHE_REDIS_URL=os.environ.get("REDIS_URL", "redis://localhost:6379/0"))
cache = Cache(app)
