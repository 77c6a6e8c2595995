import secrets

from flask import Flask, session


def load_secret(path):
    secret = ""
    try:
        with open(path) as file:
            secret = file.read()
    except FileNotFoundError:
        with open(path, "w") as file:
            # clean-next state/generated-secret -- told where it becomes the key
            secret = secrets.token_hex(32)
            file.write(secret)
    return secret


app = Flask(__name__)
# expect-next state/generated-secret error
app.secret_key = load_secret("data/secret.txt")


@app.get("/language/<code>")
def language(code):
    session["language"] = code
    return code
