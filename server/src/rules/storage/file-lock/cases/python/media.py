import os
import tempfile
from pathlib import Path

import filelock
from django.conf import settings


class Media:
    def __init__(self, path: Path):
        self.path = path

    def rename(self, old, new):
        # expect-next storage/file-lock warning {place=settings.MEDIA_LOCK}
        with filelock.FileLock(settings.MEDIA_LOCK):
            os.rename(old, new)

    def index(self):
        lock = self.path / ".index.lock"
        # expect-next storage/file-lock warning {place=self.path / ".index.lock"}
        with filelock.FileLock(str(lock)):
            reindex(self.path)

    def nightly(self):
        # expect-next storage/file-lock warning {call=filelock.FileLock}
        with filelock.FileLock(os.path.join(tempfile.gettempdir(), "nightly.lock")):
            reindex(self.path)
