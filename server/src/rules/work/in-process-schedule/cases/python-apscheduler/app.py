from apscheduler.schedulers.background import BackgroundScheduler
from flask import Flask

from .models import Order, db

app = Flask(__name__)
scheduler = BackgroundScheduler()


def expire_orders():
    for order in Order.query.filter_by(open=True):
        order.open = False
    db.session.commit()


def refresh_metrics():
    statsd.gauge("threads", 1)


def guarded():
    with redis.lock("orders", blocking=False):
        db.session.commit()


# expect-next work/in-process-schedule error {job=expire_orders}
scheduler.add_job(expire_orders, "cron", hour=3)
# clean-next work/in-process-schedule -- each process counts for itself
scheduler.add_job(refresh_metrics, "interval", seconds=10)
# clean-next work/in-process-schedule -- a lock in Redis lets one replica do it
scheduler.add_job(guarded, "interval", minutes=5)


# expect-next work/in-process-schedule error {job=send_reminders}
@scheduler.scheduled_job("interval", hours=1)
def send_reminders():
    mailer.send_mail("reminder")


scheduler.start()
