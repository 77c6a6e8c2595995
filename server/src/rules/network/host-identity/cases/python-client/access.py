import logging

from flask import Blueprint, abort, request

from shop.models import BannedAddress, Order

pages = Blueprint("pages", __name__)
log = logging.getLogger(__name__)


@pages.before_request
def refuse_banned():
    # expect-next network/host-identity warning
    address = request.remote_addr
    #                 ^^^^^^^^^^^
    if address in BannedAddress.all():
        abort(403)


@pages.post("/orders")
def order():
    # clean-next network/host-identity -- told with the first place of the file
    return Order.create(item=request.json["item"], ip=request.remote_addr)


@pages.get("/whoami")
def whoami():
    # clean-next network/host-identity -- a log decides nothing
    log.info("asked by %s", request.remote_addr)
    return "", 204


def caller():
    forwarded = request.headers.get("X-Forwarded-For")
    # clean-next network/host-identity -- what a proxy says goes first
    return forwarded.split(",")[0] if forwarded else request.remote_addr
