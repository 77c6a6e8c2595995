import asyncio
import socket
import socketserver
import threading


class DeviceHandler(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.sendall(self.request.recv(1024))


class DeviceServer(socketserver.ThreadingMixIn, socketserver.TCPServer):
    allow_reuse_address = True


def start_devices():
    # expect-next network/raw-socket warning {port=9100}
    server = DeviceServer(("0.0.0.0", 9100), DeviceHandler)
    threading.Thread(target=server.serve_forever, daemon=True).start()


def listen_for_meters(port):
    meters = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    # expect-next network/raw-socket warning
    meters.bind(("", port))
    while True:
        data, sender = meters.recvfrom(2048)
        print(sender, data)


async def scales(handle):
    # expect-next network/raw-socket warning {port=9200}
    server = await asyncio.start_server(handle, "0.0.0.0", 9200)
    await server.serve_forever()


def find_free_port():
    probe = socket.socket()
    # clean-next network/raw-socket -- only asks for a free port
    probe.bind(("", 0))
    return probe.getsockname()[1]


async def control(handle):
    # clean-next network/raw-socket -- reached by this pod alone
    return await asyncio.start_server(handle, "127.0.0.1", 9300)


def send(data, host):
    client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    # clean-next network/raw-socket -- a client
    client.bind(("", 9400))
    client.sendto(data, (host, 9400))


def prices():
    from xmlrpc.server import SimpleXMLRPCServer

    # expect-next network/raw-socket warning {port=9500}
    SimpleXMLRPCServer(("0.0.0.0", 9500)).serve_forever()
