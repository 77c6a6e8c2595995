import logging
import socket
import uuid

from flask import Flask

from shop.models import Job, Server

app = Flask(__name__)
log = logging.getLogger(__name__)

# expect-next network/host-identity warning {source=socket.gethostname()}
if socket.gethostname() == "batch01":
    app.config["RUN_BATCH"] = True

# expect-next network/host-identity info {source=socket.gethostname()} -- where no pod is called so, nothing is refused
if socket.gethostname() in ["web01", "web02"]:
    raise RuntimeError("the database of web servers is not configured")

# expect-next network/host-identity warning {source=socket.gethostname()} -- no pod is called so, and every one is refused
if socket.gethostname() != "web01":
    raise RuntimeError("this is no web server")


@app.get("/register")
def register():
    # expect-next network/host-identity info {source=socket.getfqdn(), name=hostname}
    Server.objects.create(hostname=socket.getfqdn(), role="web")
    # clean-next network/host-identity -- a log
    log.info("registered on %s", socket.gethostname())
    return "", 204


@app.get("/callback")
def callback():
    # expect-next network/host-identity warning {source=socket.gethostname()}
    host = socket.gethostname()
    return f"http://{host}:8080/paid"


def check_license(key):
    # expect-next network/host-identity warning {source=uuid.getnode()}
    return key.matches(hex(uuid.getnode()))


def take(job: Job):
    # clean-next network/host-identity -- who holds a job must have a name of its own
    return job.worker == socket.gethostname()


def is_developer():
    # clean-next network/host-identity -- a developer's machine
    return socket.gethostname() == "localhost"
