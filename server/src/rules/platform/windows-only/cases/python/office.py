import sys

# expect-next platform/windows-only warning
import win32com.client

if sys.platform == "win32":
    # clean-next platform/windows-only -- asks first
    import winreg
