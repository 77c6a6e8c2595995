from contextlib import asynccontextmanager

from fastapi import FastAPI
from sentence_transformers import SentenceTransformer

models = {}


@asynccontextmanager
async def lifespan(app):
    models["text"] = SentenceTransformer("all-MiniLM-L6-v2")
    yield


app = FastAPI(lifespan=lifespan)


@app.get("/healthz")
def healthz():
    return {}


@app.get("/answers")
def answers(text: str):
    return models["text"].encode(text).tolist()
