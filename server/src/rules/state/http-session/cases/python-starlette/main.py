from starlette.middleware.sessions import SessionMiddleware as CookieMiddleware
from starsessions import InMemoryStore, SessionMiddleware
from fastapi import FastAPI

app = FastAPI()
# expect-next state/http-session error
app.add_middleware(SessionMiddleware, store=InMemoryStore())
# clean-next state/http-session -- a signed cookie
app.add_middleware(CookieMiddleware, secret_key="x")
