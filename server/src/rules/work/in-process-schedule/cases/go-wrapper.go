package workers

import "github.com/go-co-op/gocron/v2"

var scheduler gocron.Scheduler

// The callers say what runs.
func addJob(schedule string, work func()) error {
	// expect-next work/in-process-schedule warning {job=addJob(…)}
	_, err := scheduler.NewJob(gocron.CronJob(schedule, false), gocron.NewTask(work))
	return err
}

func addCleaning() {
	// expect-next work/in-process-schedule info {job=cleanOrders}
	scheduler.NewJob(gocron.CronJob("0 3 * * *", false), gocron.NewTask(cleanOrders))
}
