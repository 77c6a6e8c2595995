from fastapi import FastAPI

app = FastAPI()


@app.get("/healthz")
def healthz() -> dict[str, str]:
    return {"status": "ok"}


@app.get("/rooms")
def rooms() -> list[str]:
    return ["attic", "cellar"]
