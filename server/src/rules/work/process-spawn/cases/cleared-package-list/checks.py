import shutil
import subprocess


def languages(request):
    # clean-next work/process-spawn -- the image installs it with a list of packages
    return subprocess.run([shutil.which("tesseract"), "--list-langs"], capture_output=True)


def fonts(request):
    # expect-next work/process-spawn warning {tool=fc-list}
    return subprocess.run([shutil.which("fc-list")], capture_output=True)
