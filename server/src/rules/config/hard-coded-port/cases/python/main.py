import os

import uvicorn
from fastapi import FastAPI

app = FastAPI()

if __name__ == "__main__":
    # expect-next config/hard-coded-port info {port=8000}
    uvicorn.run(app, host="0.0.0.0", port=8000)
