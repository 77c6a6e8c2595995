from sqlalchemy.ext.asyncio import create_async_engine

from .settings import settings

POSTGRES = "POSTGRES"


class Database:
    def __init__(self, kind: str):
        if kind == POSTGRES and settings.shop_database_url:
            url = settings.shop_database_url.replace("postgres://", "postgresql+asyncpg://")
        else:
            url = "sqlite+aiosqlite:///shop.sqlite3"
        # expect-next state/embedded-database warning {setting=settings.shop_database_url}
        self.engine = create_async_engine(url)
