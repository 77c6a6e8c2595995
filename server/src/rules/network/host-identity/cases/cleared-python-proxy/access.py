from flask import abort, request

from shop.models import BannedAddress


def refuse_banned():
    # clean-next network/host-identity -- ProxyFix takes the address from the proxy's header
    if request.remote_addr in BannedAddress.all():
        abort(403)
