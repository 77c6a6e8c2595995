from flask import Flask
from flask_talisman import Talisman

                                                  
app = Flask(__name__)


@app.route("/healthz")
def healthz():
    """Answers the liveness probe: this process works on requests."""
    return {"status": "ok"}


@app.route("/readyz")
def readyz():
    """Answers the readiness probe: this process takes requests."""
    return {"status": "ready"}


# Sends everybody to HTTPS, probes as well, so none is written.
Talisman(app)
