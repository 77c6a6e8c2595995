from flask import Flask
from flask_migrate import upgrade

from .models import db


def create_app():
    app = Flask(__name__)
    with app.app_context():
        # expect-next work/migration-on-start info
        db.create_all()
        # expect-next work/migration-on-start warning
        upgrade()
    return app


def reset():
    # clean-next work/migration-on-start -- called by hand
    db.create_all()
