import sqlite3


def visit(page):
    # expect-next state/embedded-database warning
    connection = sqlite3.connect("visits.db")
    connection.execute("INSERT INTO visits (page) VALUES (?)", (page,))
    connection.commit()
