from datetime import datetime
from zoneinfo import ZoneInfo


def is_closed():
    # expect-next platform/host-locale info {name=is_closed}
    return datetime.now().hour >= 18


def is_night():
    now = datetime.now()
    # expect-next platform/host-locale info {name=is_night}
    return now.hour < 6


def is_open():
    # clean-next platform/host-locale -- the code names the zone
    return datetime.now(ZoneInfo("Asia/Seoul")).hour >= 9


def folder():
    # clean-next platform/host-locale -- only a name
    return f"{datetime.now().hour:02d}"
