import secrets

from flask import Flask

app = Flask(__name__)
# clean-next state/generated-secret -- nothing signs with it
app.config["SECRET_KEY"] = secrets.token_hex(16)


@app.get("/convert")
def convert():
    return {"done": True}
