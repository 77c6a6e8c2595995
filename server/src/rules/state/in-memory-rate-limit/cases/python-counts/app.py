import time
from collections import defaultdict

from fastapi import FastAPI, HTTPException, Request
from starlette.middleware.base import BaseHTTPMiddleware

app = FastAPI()
# expect-next state/in-memory-rate-limit warning {name=login_attempts}
login_attempts: dict[str, int] = {}


class RateLimitMiddleware(BaseHTTPMiddleware):
    def __init__(self, app):
        super().__init__(app)
        # expect-next state/in-memory-rate-limit warning {name=hits}
        self.hits = defaultdict(list)

    async def dispatch(self, request: Request, call_next):
        recent = [at for at in self.hits[request.client.host] if at > time.time() - 60]
        if len(recent) > 100:
            raise HTTPException(429)
        self.hits[request.client.host].append(time.time())
        return await call_next(request)


app.add_middleware(RateLimitMiddleware)


@app.post("/login")
async def login(request: Request, user: str, password: str):
    if login_attempts.get(user, 0) > 5:
        raise HTTPException(429)
    login_attempts[user] = login_attempts.get(user, 0) + 1
    return {}
