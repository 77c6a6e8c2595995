from flask import Flask
from flask_talisman import Talisman

# expect-next lifecycle/no-health-endpoint warning
app = Flask(__name__)
# Sends everybody to HTTPS, probes as well, so none is written.
Talisman(app)
