import uvicorn
from fastapi import FastAPI

app = FastAPI()

if __name__ == "__main__":
    # clean-next config/hard-coded-port -- the image starts uvicorn itself
    uvicorn.run(app, host="0.0.0.0", port=5001)
