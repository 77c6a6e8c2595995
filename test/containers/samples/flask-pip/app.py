from flask import Flask

app = Flask(__name__)


@app.get("/healthz")
def healthz():
    return {"status": "ok"}


@app.get("/loans")
def loans():
    return {"open": 3}


if __name__ == "__main__":
    app.run(debug=True)
