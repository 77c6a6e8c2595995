from pathlib import Path
from uuid import uuid4

from pydantic import BaseSettings


class Settings(BaseSettings):
    data_folder: str = "data"
    auth_secret_key: str = ""
    visit_key: str = ""

    def make_secret_key(self):
        if self.auth_secret_key:
            return
        path = Path(self.data_folder, ".key")
        if path.is_file():
            self.auth_secret_key = path.read_text()
            return
        # expect-next state/generated-secret warning {setting=AUTH_SECRET_KEY}
        self.auth_secret_key = uuid4().hex
        with open(path, "w") as file:
            file.write(self.auth_secret_key)

    def number_visit(self):
        # clean-next state/generated-secret -- signs nothing
        self.visit_key = uuid4().hex
        with open("visit.txt", "w") as file:
            file.write(self.visit_key)
