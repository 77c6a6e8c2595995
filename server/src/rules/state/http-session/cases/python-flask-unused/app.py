from flask import Flask, session

app = Flask(__name__)
# clean-next state/http-session -- nothing reads it: Flask itself signs its sessions into a cookie
app.config["SESSION_TYPE"] = "filesystem"


@app.get("/")
def index():
    session["visits"] = session.get("visits", 0) + 1
    return "ok"
