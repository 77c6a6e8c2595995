import os

import jwt
from flask import Flask

app = Flask(__name__)
# expect-next state/generated-secret error
app.config["SECRET_KEY"] = os.urandom(24).hex()


@app.post("/token")
def token():
    return jwt.encode({"sub": "a"}, app.config["SECRET_KEY"])
