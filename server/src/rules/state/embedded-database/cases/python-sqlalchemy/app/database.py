import os

from sqlalchemy import create_engine

# expect-next state/embedded-database error {engine=SQLite}
engine = create_engine("sqlite:///./shop.db", connect_args={"check_same_thread": False})
url = os.environ.get("DATABASE_URL", "sqlite:///./shop.db")
# expect-next state/embedded-database warning {setting=DATABASE_URL}
chosen = create_engine(url)
# clean-next state/embedded-database -- kept nowhere
memory = create_engine("sqlite://")
# clean-next state/embedded-database -- the environment alone names it
given = create_engine(os.environ["DATABASE_URL"])
