import os


def write(name, text):
    # expect-next storage/hard-coded-path warning {path=/data/reports/last.txt}
    with open("/data/reports/last.txt") as file:
        return file.read() + text


# clean-next storage/hard-coded-path -- the environment may say otherwise
IMPORT_DIR = os.environ.get("IMPORT_DIR", "/mnt/nas/import")
# clean-next storage/hard-coded-path -- a page
REPORT_URL = "/data/reports/"
