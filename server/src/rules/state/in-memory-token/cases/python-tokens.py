import secrets

from flask import Flask, request

app = Flask(__name__)

# expect-next state/in-memory-token error {field=otp_codes}
otp_codes = {}
# expect-next state/in-memory-token error {field=processed_events}
processed_events = set()
# expect-next state/in-memory-token error {field=logged_in_users}
logged_in_users: dict[str, str] = {}
# clean-next state/in-memory-token -- issued by somebody else
oauth_access_tokens = {}
# clean-next state/in-memory-token -- a constant table
RESET_CODES = {"mail": 1, "sms": 2}


@app.post("/otp")
def send_otp():
    otp_codes[request.json["phone"]] = secrets.randbelow(10**6)
    return "", 204


@app.post("/otp/check")
def check_otp():
    return {"ok": otp_codes.pop(request.json["phone"], None) == request.json["code"]}


@app.post("/webhook")
def webhook():
    if request.json["id"] in processed_events:
        return "", 200
    processed_events.add(request.json["id"])
    return "", 204


@app.post("/login")
def login():
    if request.json["user"] in logged_in_users:
        return "", 409
    logged_in_users[request.json["user"]] = request.json["device"]
    return "", 204


@app.get("/parse")
def parse():
    reset_tokens = {}
    reset_tokens[request.args["a"]] = 1
    return reset_tokens
