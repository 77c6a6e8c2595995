import shutil

from flask import Flask

from .models import Document

app = Flask(__name__)


@app.post("/documents/<int:number>/name")
def rename(number):
    document = Document.query.get(number)
    old = document.path
    new = document.named()
    try:
        # expect-next storage/local-file-write warning
        shutil.move(old, new)
        document.path = new
    except OSError:
        try:
            # clean-next storage/local-file-write -- puts back what failed
            shutil.move(new, old)
        except OSError:
            pass
        # expect-next storage/local-file-write warning
        shutil.move(old, document.lost)
    return "", 204
