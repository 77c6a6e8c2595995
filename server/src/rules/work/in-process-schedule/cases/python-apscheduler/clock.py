from apscheduler.schedulers.blocking import BlockingScheduler

scheduler = BlockingScheduler()


# clean-next work/in-process-schedule -- a process of its own
@scheduler.scheduled_job("cron", hour=3)
def nightly():
    db.session.commit()
