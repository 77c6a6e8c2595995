import os
import secrets

from flask import Flask, session

app = Flask(__name__)
# expect-next state/generated-secret error
app.secret_key = os.urandom(24)


@app.get("/language/<code>")
def language(code):
    session["language"] = code
    return code
