import os

redis_url = os.environ.get("REDIS_URL")


class Config:
    if redis_url:
        # clean-next state/http-session -- shared
        SESSION_TYPE = "redis"
    else:
        # expect-next state/http-session warning {setting=REDIS_URL}
        SESSION_TYPE = "filesystem"


class TestingConfig(Config):
    # clean-next state/http-session -- for tests
    SESSION_TYPE = "filesystem"
