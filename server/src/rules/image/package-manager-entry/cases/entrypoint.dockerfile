FROM python:3.13-slim
COPY . /srv
# expect-next image/package-manager-entry warning {tool=manage.py runserver}
ENTRYPOINT ["python3", "manage.py"]
#                       ^^^^^^^^^
CMD ["runserver", "0.0.0.0:8000"]
