import os
import secrets

from flask import Flask

app = Flask(__name__)
# expect-next state/generated-secret error
app.secret_key = os.urandom(24)
