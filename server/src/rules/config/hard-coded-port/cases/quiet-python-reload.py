import uvicorn

# clean-next config/hard-coded-port -- a server that loads changed code anew is a developer's
config = uvicorn.Config("shop.asgi:application", port=8000, reload=True)
uvicorn.Server(config).run()
