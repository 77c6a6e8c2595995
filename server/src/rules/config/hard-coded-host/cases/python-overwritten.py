from .settings import settings


class Wallet:
    def __init__(self):
        # clean-next config/hard-coded-host -- what holds on a developer's machine where no setting says otherwise
        self.endpoint = "http://127.0.0.1:8765"
        # expect-next config/hard-coded-host {host=127.0.0.1}
        self.ledger = "http://127.0.0.1:8766"
        if settings.wallet_endpoint:
            self.endpoint = settings.wallet_endpoint
