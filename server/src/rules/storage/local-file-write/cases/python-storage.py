import os
import shutil


class FileSystemStorage:
    def __init__(self, root):
        self.root = root

    def save(self, name, stream):
        # expect-next storage/local-file-write warning
        with open(os.path.join(self.root, name), "wb") as target:
            shutil.copyfileobj(stream, target)

    def open(self, name):
        # clean-next storage/local-file-write -- only reads
        return open(os.path.join(self.root, name), "rb")


class TemplateStorage:
    def save(self, name, text):
        # clean-next storage/local-file-write -- nothing says that the application keeps files here
        with open(os.path.join("templates", name), "w") as target:
            target.write(text)
