import random
import socket


class Lookup:
    def __init__(self, server):
        self.server = server
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)

    def ask(self, question):
        # clean-next network/raw-socket -- a port of its own for the answer of one server
        self.socket.bind(("", random.randint(1024, 65535)))
        self.socket.connect((self.server, 53))
        self.socket.send(question)
        return self.socket.recvfrom(512)
