import redis.asyncio as redis
from fastapi import WebSocket


class Hub:
    def __init__(self):
        # clean-next state/connection-registry -- each message comes to every replica through Redis
        self.sockets: set[WebSocket] = set()
        self.redis = redis.from_url("redis://redis")

    async def relay(self):
        pubsub = self.redis.pubsub()
        await pubsub.subscribe("chat")
        async for message in pubsub.listen():
            for socket in self.sockets:
                await socket.send_text(message["data"])


hub = Hub()
