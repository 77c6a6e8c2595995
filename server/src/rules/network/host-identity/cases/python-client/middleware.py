from fastapi import Request
from fastapi.responses import JSONResponse

from shop.settings import settings


async def blocked(request: Request, call_next):
    # expect-next network/host-identity warning
    if request.client.host in settings.blocked:
        return JSONResponse({}, status_code=403)
    return await call_next(request)


async def through_gateway(request: Request, call_next):
    # clean-next network/host-identity -- the connection's own address is what it wants: that of a trusted proxy
    if request.client.host not in settings.trusted_proxies:
        return JSONResponse({}, status_code=403)
    return await call_next(request)


async def counted(request: Request, call_next):
    # clean-next network/host-identity -- whether there is an address at all
    if request.client.host is None:
        return JSONResponse({}, status_code=400)
    return await call_next(request)
