import subprocess


def thumb(request):
    # clean-next work/process-spawn -- the image installs it
    subprocess.check_call(["ffmpeg", "-i", "in.mp4", "out.png"])
