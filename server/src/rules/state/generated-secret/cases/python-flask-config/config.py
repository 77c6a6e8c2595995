import os
import secrets


class Config:
    # expect-next state/generated-secret warning {setting=SECRET_KEY}
    SECRET_KEY = os.environ.get("SECRET_KEY", secrets.token_hex(32))
    # clean-next state/generated-secret -- the environment says it
    JWT_SECRET_KEY = os.environ["JWT_SECRET_KEY"]


class TestingConfig(Config):
    # clean-next state/generated-secret -- for tests
    SECRET_KEY = secrets.token_hex(8)
