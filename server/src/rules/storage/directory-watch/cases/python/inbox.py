from watchdog.observers import Observer

# expect-next storage/directory-watch info
observer = Observer()


class Observing:
    # clean-next storage/directory-watch -- another thing of that name
    def Observer(self):
        return self
