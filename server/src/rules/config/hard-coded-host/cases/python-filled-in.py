class Mailbox:
    def save(self):
        if not self.proxy_host:
            # clean-next config/hard-coded-host -- nobody named another one
            self.proxy_host = "127.0.0.1"
        if self.socks_host is None:
            # clean-next config/hard-coded-host -- nobody named another one
            self.socks_host = "127.0.0.1"
        if self.secure:
            # expect-next config/hard-coded-host warning
            self.smtp_host = "127.0.0.1"
