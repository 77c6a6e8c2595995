import requests


def public_address(address):
    # clean-next config/hard-coded-host -- addresses that another one is compared with
    known = ["http://shop", "http://shop.local:8080"]
    if address in known:
        return "/"
    return address


def ask():
    # expect-next config/hard-coded-host warning
    peers = ["http://10.20.30.40:8080"]
    return [requests.get(peer) for peer in peers]
