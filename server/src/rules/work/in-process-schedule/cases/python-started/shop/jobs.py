import asyncio

from .audit import delete_expired_entries
from .cache import cache
from .locks import advisory_lock
from .mail import send_reminder, send_receipt
from .orders import open_orders, order_queue
from .settings import settings


# expect-next work/in-process-schedule warning {job=remind_customers, what=send_reminder}
async def remind_customers():
    while settings.running:
        for order in await open_orders():
            await send_reminder(order)
        await asyncio.sleep(3600)


# expect-next work/in-process-schedule info {what=delete_expired_entries}
async def purge_audit():
    while settings.running:
        await delete_expired_entries()
        await asyncio.sleep(3600)


# clean-next work/in-process-schedule -- works off what this process has taken in
async def follow_orders():
    while settings.running:
        order = await order_queue.get()
        await send_receipt(order)
        await asyncio.sleep(1)


# clean-next work/in-process-schedule -- every replica has a cache of its own
async def clean_cache():
    while settings.running:
        cache.delete_old()
        await asyncio.sleep(60)


# clean-next work/in-process-schedule -- one replica gets the lock
async def settle_alone():
    while settings.running:
        async with advisory_lock("settle"):
            await send_reminder(None)
        await asyncio.sleep(60)


# clean-next work/in-process-schedule -- nobody starts it
async def remind_partners():
    while settings.running:
        await send_reminder(None)
        await asyncio.sleep(3600)
