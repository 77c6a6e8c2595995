from fastapi import FastAPI
from slowapi import Limiter
from slowapi.util import get_remote_address

app = FastAPI()
# expect-next network/host-identity warning
limiter = Limiter(key_func=get_remote_address, storage_uri="redis://cache:6379/1")
