package jobs

import (
	"context"
	"time"

	"github.com/go-co-op/gocron/v2"
)

type Invoices interface {
	Send(ctx context.Context) error
}

// Start sets up what runs by the clock.
func Start(ctx context.Context, invoices Invoices) (gocron.Scheduler, error) {
	scheduler, err := gocron.NewScheduler(gocron.WithLocation(time.UTC))
	if err != nil {
		return nil, err
	}
	// expect-next work/in-process-schedule warning
	_, err = scheduler.NewJob(gocron.DurationJob(45*time.Minute), gocron.NewTask(sendInvoices, ctx, invoices))
	if err != nil {
		return nil, err
	}
	scheduler.Start()
	return scheduler, nil
}

func sendInvoices(ctx context.Context, invoices Invoices) error {
	return invoices.Send(ctx)
}
