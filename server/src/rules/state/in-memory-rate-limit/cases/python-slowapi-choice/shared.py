import os

from slowapi import Limiter
from slowapi.util import get_remote_address

# clean-next state/in-memory-rate-limit -- counted in Redis
limiter = Limiter(key_func=get_remote_address, storage_uri=os.environ["REDIS_URL"])
# expect-next state/in-memory-rate-limit warning {setting=LIMITS}
chosen = Limiter(key_func=get_remote_address, storage_uri=os.environ.get("LIMITS", "memory://"))
