import asyncio
import threading
import time

from fastapi import FastAPI

app = FastAPI()


async def poll():
    while True:
        await client.post("https://partner.example.com/orders")
        await asyncio.sleep(60)


async def pump(websocket):
    while True:
        await websocket.send_text("tick")
        await asyncio.sleep(1)


@app.on_event("startup")
async def start():
    # expect-next work/in-process-schedule error {job=poll}
    asyncio.create_task(poll())


@app.websocket("/ticks")
async def ticks(websocket):
    # clean-next work/in-process-schedule -- serves one socket
    asyncio.create_task(pump(websocket))
