import ast

DEFAULTS = {
    # clean-next storage/hard-coded-path -- what the configuration file replaces
    "LOG_DIR": "/opt/shop/log",
    "LIMIT": 10,
}

FOLDERS = {
    # expect-next storage/hard-coded-path warning {name=export_dir, path=/srv/shop/export}
    "export_dir": "/srv/shop/export",
}


def settings(path):
    with open(path) as given:
        return {**DEFAULTS, **ast.literal_eval(given.read())}
