FROM registry.example.com/base/runtime:4
COPY . /srv
# expect-next image/package-manager-entry warning {tool=uvicorn shop.main:app --reload}
CMD ["poetry", "run", "uvicorn", "shop.main:app", "--reload"]
