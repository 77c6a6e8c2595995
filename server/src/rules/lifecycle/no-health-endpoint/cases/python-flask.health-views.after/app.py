from flask import Flask


def create_app():
                                                      
    app = Flask(__name__)

    @app.route("/healthz")
    def healthz():
        """Answers the liveness probe: this process works on requests."""
        return {"status": "ok"}

    @app.route("/readyz")
    def readyz():
        """Answers the readiness probe: this process takes requests."""
        return {"status": "ready"}

    app.config.from_object("config.Config")
    return app
