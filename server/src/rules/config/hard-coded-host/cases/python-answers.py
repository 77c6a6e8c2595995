import requests
from unittest.mock import patch


class Scan:
    # expect-next config/hard-coded-host warning
    url = "http://10.20.1.7:4002/scan"

    def run(self, item):
        return requests.post(self.url, json={"item": item}, timeout=5)

    @classmethod
    def _monkeypatch(cls):
        # clean-next config/hard-coded-host -- an answer made up for tests
        answer = {"server": "192.168.1.138", "port": 80}
        return patch("requests.post", return_value=answer)
