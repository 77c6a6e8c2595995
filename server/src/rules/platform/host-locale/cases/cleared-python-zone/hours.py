from datetime import datetime


def is_closed():
    # clean-next platform/host-locale -- the manifest says which zone
    return datetime.now().hour >= 18
