from flask import Flask, jsonify
from flask_executor import Executor
from flask_shell2http import Shell2HTTP

app = Flask(__name__)
executor = Executor(app)
# expect-next state/in-memory-queue error
shell2http = Shell2HTTP(app, executor)
shell2http.register_command(endpoint="scan", command_name="scan")
