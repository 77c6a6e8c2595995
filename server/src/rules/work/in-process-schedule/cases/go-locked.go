package jobs

import (
	"github.com/go-co-op/gocron/v2"
	"github.com/go-co-op/gocron-redis-lock/v2"
)

func start(client redislock.Client) error {
	locker, err := redislock.NewRedisLocker(client)
	if err != nil {
		return err
	}
	scheduler, err := gocron.NewScheduler(gocron.WithDistributedLocker(locker))
	if err != nil {
		return err
	}
	// clean-next work/in-process-schedule -- the replicas share a lock for each run
	_, err = scheduler.NewJob(gocron.CronJob("0 3 * * *", false), gocron.NewTask(sendInvoices))
	return err
}
