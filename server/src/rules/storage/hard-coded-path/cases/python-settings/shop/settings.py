# expect-next storage/hard-coded-path warning {name=EXPORT_DIR}
EXPORT_DIR = "/mnt/nas/export"
