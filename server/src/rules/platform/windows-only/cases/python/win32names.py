# clean-next platform/windows-only -- the part for Windows of code that runs elsewhere too
import winreg


def name_servers():
    return winreg.QueryValueEx(winreg.HKEY_LOCAL_MACHINE, "NameServer")
