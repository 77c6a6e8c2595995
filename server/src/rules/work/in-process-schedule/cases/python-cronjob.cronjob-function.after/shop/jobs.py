from apscheduler.schedulers.background import BackgroundScheduler

from .models import Order

scheduler = BackgroundScheduler()


def expire_orders():
    Order.objects.filter(open=True).update(open=False)


                                                                
scheduler.start()
