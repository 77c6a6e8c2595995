import os
import shutil
import tempfile

from flask import Flask, request

app = Flask(__name__)


@app.post("/photos")
def photo():
    photo = request.files["photo"]
    # expect-next storage/local-file-write error {where=uploads/…}
    photo.save(os.path.join("uploads", photo.filename))
    return "", 204


@app.post("/reports")
def report():
    # expect-next storage/local-file-write warning {where=/data/report.csv}
    with open("/data/report.csv", "w") as file:
        file.write(request.json["text"])
    return "", 204


@app.post("/convert")
def convert():
    with tempfile.TemporaryDirectory() as folder:
        # clean-next storage/local-file-write -- goes with the request
        with open(os.path.join(folder, "in.txt"), "wb") as file:
            file.write(request.data)
    return "", 204


@app.get("/help")
def help_page():
    # clean-next storage/local-file-write -- only reads
    with open("help.html") as file:
        return file.read()
