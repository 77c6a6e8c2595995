import queue

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
