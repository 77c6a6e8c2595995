import os

from slowapi import Limiter
from slowapi.util import get_remote_address

# expect-next state/in-memory-rate-limit warning {library=slowapi}
limiter = Limiter(
    key_func=get_remote_address,
    default_limits=["100/minute"],
)
