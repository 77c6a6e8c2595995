FROM mcr.microsoft.com/windows/servercore:ltsc2022
# clean-next image/shell-form-command -- another shell with rules of its own
CMD C:\app\server.exe
