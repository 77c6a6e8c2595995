from fastapi import FastAPI

# clean-next lifecycle/no-health-endpoint -- a router answers
app = FastAPI()
