import sqlite3


def place(code):
    # clean-next state/embedded-database -- comes with the image and is only read
    with sqlite3.connect("places.db") as connection:
        return connection.execute("SELECT name FROM places WHERE code = ?", (code,)).fetchone()
