import fcntl

from filelock import FileLock


def nightly():
    # expect-next storage/file-lock warning {call=filelock.FileLock}
    with FileLock("nightly.lock"):
        run()


def read():
    # clean-next storage/file-lock -- only opens it
    with open("nightly.txt") as file:
        return file.read()
