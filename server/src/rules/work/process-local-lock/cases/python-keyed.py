import asyncio
from collections import defaultdict

from .crud import create_payment, get_wallet
from .prices import fetch_price

table_lock = asyncio.Lock()
wallet_locks: dict[str, asyncio.Lock] = {}
price_locks = defaultdict(asyncio.Lock)
price_cache: dict[str, float] = {}


async def pay(wallet_id, amount):
    # clean-next work/process-local-lock -- guards the table of this process alone
    async with table_lock:
        if wallet_id not in wallet_locks:
            wallet_locks[wallet_id] = asyncio.Lock()
    # expect-next work/process-local-lock warning {field=wallet_locks}
    async with wallet_locks[wallet_id]:
        wallet = await get_wallet(wallet_id)
        if wallet.balance < amount:
            raise ValueError("not enough")
        return await create_payment(wallet, amount)


async def price(name):
    # clean-next work/process-local-lock -- keeps one process from asking twice for the same
    async with price_locks[name]:
        if name not in price_cache:
            price_cache[name] = await fetch_price(name)
    return price_cache[name]
