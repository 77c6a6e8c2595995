from dataclasses import dataclass

from fastapi import WebSocket


@dataclass
class Client:
    room: str
    websocket: WebSocket


class Hub:
    def __init__(self):
        # expect-next state/connection-registry error {field=clients, type=Hub}
        self.clients: list[Client] = []
        # clean-next state/connection-registry -- holds no sockets
        self.rooms: list[str] = []

    async def join(self, room: str, websocket: WebSocket):
        await websocket.accept()
        self.clients.append(Client(room, websocket))

    def of(self, room: str):
        return [each for each in self.clients if each.room == room]

    async def say(self, room: str, text: str):
        for client in self.of(room):
            await client.websocket.send_text(text)


hub = Hub()
