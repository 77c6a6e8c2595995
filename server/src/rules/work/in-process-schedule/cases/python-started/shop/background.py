import asyncio


def create_permanent_task(work):
    return asyncio.create_task(work())
