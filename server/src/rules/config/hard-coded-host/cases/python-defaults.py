import ast

DEFAULTS = {
    # clean-next config/hard-coded-host -- what the configuration file replaces
    "SMTP_SERVER": ("localhost", 25),
    "LIMIT": 10,
}

SERVERS = {
    # expect-next config/hard-coded-host warning
    "SMTP_SERVER": ("10.20.1.7", 25),
}


def settings(path):
    with open(path) as given:
        return {**DEFAULTS, **ast.literal_eval(given.read())}


class DefaultConfig:
    # clean-next config/hard-coded-host -- settings that are read after it replace it
    EMAIL_HOST = "localhost"


class ShopConfig:
    # expect-next config/hard-coded-host warning
    STOCK_HOST = "10.20.1.9"
