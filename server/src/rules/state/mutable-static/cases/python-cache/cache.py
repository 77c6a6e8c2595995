from time import time


class PriceCache:
    def __init__(self):
        # expect-next state/mutable-static warning {name=_values}
        self._values = {}

    def get(self, key):
        return self._values.get(key)

    def set(self, key, value):
        self._values[key] = (value, time())


class LineCache:
    def __init__(self):
        # clean-next state/mutable-static -- whoever reads a file makes one
        self._lines = {}

    def get(self, number):
        return self._lines.get(number)

    def set(self, number, line):
        self._lines[number] = line


cache = PriceCache()
