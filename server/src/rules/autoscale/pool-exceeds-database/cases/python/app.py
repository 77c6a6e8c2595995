import os
from flask import Flask
from sqlalchemy import create_engine

app = Flask(__name__)
engine = create_engine(os.environ["DB_URL"], pool_size=20, max_overflow=20)
