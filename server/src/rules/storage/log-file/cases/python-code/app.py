import logging
import sys

from flask import Flask
from loguru import logger

app = Flask(__name__)
# expect-next storage/log-file info {file=logs/app.log}
logging.getLogger().addHandler(logging.FileHandler("logs/app.log"))
logging.getLogger().addHandler(logging.StreamHandler())
# expect-next storage/log-file info
logger.add("shop_{time}.log", rotation="1 day")
# clean-next storage/log-file -- standard output
logger.add(sys.stdout)
