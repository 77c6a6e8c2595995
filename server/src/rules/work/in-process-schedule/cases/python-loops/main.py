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


def beat(stop, order):
    while not stop.wait(30):
        Lease.objects.filter(order=order).update(seen=time.time())


def settle(order):
    stop = threading.Event()
    # clean-next work/in-process-schedule -- lives as long as the piece of work that it goes with
    threading.Thread(target=beat, args=(stop, order)).start()
    try:
        order.settle()
    finally:
        stop.set()


async def lifespan(app):
    # expect-next work/in-process-schedule error {job=poll}
    task = asyncio.create_task(poll())
    try:
        yield
    finally:
        task.cancel()


@app.on_event("startup")
async def start():
    # expect-next work/in-process-schedule error {job=poll}
    asyncio.create_task(poll())


@app.websocket("/ticks")
async def ticks(websocket):
    # clean-next work/in-process-schedule -- serves one socket
    asyncio.create_task(pump(websocket))
