from flask import Flask


def create_app():
    # expect-next lifecycle/no-health-endpoint warning
    app = Flask(__name__)
    app.config.from_object("config.Config")
    return app
