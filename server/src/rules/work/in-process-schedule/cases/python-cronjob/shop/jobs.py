from apscheduler.schedulers.background import BackgroundScheduler

from .models import Order

scheduler = BackgroundScheduler()


def expire_orders():
    Order.objects.filter(open=True).update(open=False)


# expect-next work/in-process-schedule error {job=expire_orders}
scheduler.add_job(expire_orders, "cron", hour=3, minute=30)
scheduler.start()
