FROM registry.example.com/base/runtime:4
COPY . /srv
# expect-next image/package-manager-entry warning {tool=manage.py runserver}
CMD ["python", "manage.py", "runserver", "0.0.0.0:8000"]
