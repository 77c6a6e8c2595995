import shutil
from pathlib import Path

from fastapi import FastAPI, UploadFile

app = FastAPI()


@app.post("/files")
async def upload(file: UploadFile):
    target = Path("/srv/files") / file.filename
    # expect-next storage/local-file-write error
    with target.open("wb") as out:
        shutil.copyfileobj(file.file, out)
    return {"name": file.filename}
