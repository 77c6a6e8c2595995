from fastapi import FastAPI, Request

from shop.models import is_allowed

app = FastAPI()


@app.get("/")
async def start(request: Request):
    # clean-next network/host-identity -- the start command tells uvicorn whom to trust
    return is_allowed(request.client.host)
