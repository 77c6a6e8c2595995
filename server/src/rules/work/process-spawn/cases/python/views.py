import subprocess
import sys

from django.http import HttpResponse


def pdf(request):
    # expect-next work/process-spawn warning {tool=wkhtmltopdf}
    subprocess.run(["wkhtmltopdf", "-", "-"], check=True)
    # clean-next work/process-spawn -- every image has it
    subprocess.run("ls -l", shell=True)
    # clean-next work/process-spawn -- the interpreter itself
    subprocess.run([sys.executable, "-m", "compileall"])
    return HttpResponse()
