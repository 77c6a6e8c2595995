import os


def hide_window():
    import ctypes

    # clean-next platform/windows-only -- called on Windows alone
    ctypes.WinDLL("user32").ShowWindow(0, 0)


if os.name == "nt":
    hide_window()
