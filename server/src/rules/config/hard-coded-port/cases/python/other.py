import os

import uvicorn

# clean-next config/hard-coded-port -- the environment may say otherwise
uvicorn.run("main:app", port=int(os.environ.get("PORT", "8000")))
