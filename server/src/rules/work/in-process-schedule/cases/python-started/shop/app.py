from fastapi import FastAPI

from .background import create_permanent_task
from .jobs import clean_cache, follow_orders, purge_audit, remind_customers, settle_alone

app = FastAPI()


@app.on_event("startup")
async def startup():
    create_permanent_task(remind_customers)
    create_permanent_task(purge_audit)
    create_permanent_task(follow_orders)
    create_permanent_task(clean_cache)
    create_permanent_task(settle_alone)
