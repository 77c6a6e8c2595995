from fastapi import FastAPI

                                                  
app = FastAPI(title="shop")


@app.get("/healthz")
async def healthz():
    """Answers the liveness probe: this process works on requests."""
    return {"status": "ok"}


@app.get("/readyz")
async def readyz():
    """Answers the readiness probe: this process takes requests."""
    return {"status": "ready"}


@app.get("/orders")
async def orders():
    return []
