import queue
import threading

from fastapi import BackgroundTasks, FastAPI, Request

app = FastAPI()
# expect-next state/in-memory-queue error {field=orders}
orders = queue.Queue()


def work():
    while True:
        ship(orders.get())


threading.Thread(target=work, daemon=True).start()


@app.post("/orders")
def order(request: Request):
    orders.put(request.query_params["item"])
    return {"accepted": True}


@app.post("/mail")
def mail(background: BackgroundTasks):
    # expect-next state/in-memory-queue warning {method=mail}
    background.add_task(send_invoice, 1)
    return {"accepted": True}
