import queue
import threading

from fastapi import BackgroundTasks


def lines(source):
    # clean-next state/in-memory-queue -- lives as long as the call
    found = queue.Queue()
    for line in source:
        found.put(line)
    return found.get()


def visit(background: BackgroundTasks):
    # clean-next state/in-memory-queue -- may be lost
    background.add_task(log_visit, 1)


class PrintQueue(queue.Queue):
    def waiting(self):
        return list(self.queue)


class PrintWorker(threading.Thread):
    def __init__(self):
        super().__init__()
        # expect-next state/in-memory-queue warning {field=waiting, type=PrintWorker}
        self.waiting = PrintQueue()
        self.start()

    def add(self, page):
        self.waiting.put(page)

    def run(self):
        while True:
            page = self.waiting.get()
            page.print()


class LogWriter(threading.Thread):
    def __init__(self):
        super().__init__()
        # clean-next state/in-memory-queue -- lines of a log
        self.lines = queue.Queue()

    def add(self, line):
        self.lines.put(line)

    def run(self):
        while True:
            print(self.lines.get())
