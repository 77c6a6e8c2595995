import secrets

from fastapi import FastAPI
from starlette.middleware.sessions import SessionMiddleware

app = FastAPI()
# expect-next state/generated-secret error
app.add_middleware(SessionMiddleware, secret_key=secrets.token_urlsafe(32))


def reset_link(user):
    # clean-next state/generated-secret -- a token for one user, not a key
    return f"/reset/{secrets.token_urlsafe(32)}"
