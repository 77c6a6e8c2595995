"""A small shop that keeps carts in sessions and limits in memory."""
import logging

import uvicorn
from fastapi import FastAPI, Request
from slowapi import Limiter, _rate_limit_exceeded_handler
from slowapi.errors import RateLimitExceeded
from slowapi.util import get_remote_address
from starsessions import InMemoryStore, SessionAutoloadMiddleware, SessionMiddleware

logging.basicConfig(level=logging.INFO)
logging.getLogger().addHandler(logging.FileHandler("shop.log"))

limiter = Limiter(key_func=get_remote_address)
app = FastAPI()
app.state.limiter = limiter
app.add_exception_handler(RateLimitExceeded, _rate_limit_exceeded_handler)
app.add_middleware(SessionAutoloadMiddleware)
app.add_middleware(SessionMiddleware, store=InMemoryStore(), cookie_https_only=False, lifetime=3600)


@app.post("/cart/{item}")
async def add(request: Request, item: str):
    cart = request.session.get("cart", [])
    request.session["cart"] = cart + [item]
    return request.session["cart"]


@app.get("/cart")
async def show(request: Request):
    return request.session.get("cart", [])


@app.get("/limited")
@limiter.limit("3/minute")
async def limited(request: Request):
    return {"allowed": True}


if __name__ == "__main__":
    uvicorn.run(app, host="0.0.0.0", port=8000)
