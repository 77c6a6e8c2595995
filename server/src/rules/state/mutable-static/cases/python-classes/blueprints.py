from flask import Blueprint, request

# clean-next state/mutable-static -- filled once, while the module is loaded
pages = []


def generate_pages():
    for name in ("shop", "help"):
        pages.append({"name": name, "blueprint": Blueprint(name, __name__)})
    return pages


made = generate_pages()


@made[0]["blueprint"].get("/")
def start():
    return pages[0]["name"] + request.path
