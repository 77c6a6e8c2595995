import subprocess

from watchfiles import watch


def serve(folder):
    # clean-next storage/directory-watch -- a command for developers that starts the server anew
    for _ in watch(folder):
        subprocess.run(["shop", "run"])
