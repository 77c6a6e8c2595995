package jobs

import (
	"context"
	"log"
	"os"
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
                                                
	if os.Getenv("APP_JOB") == "send-invoices" {
		// A CronJob started this process: it does the work once and ends.
		if err := sendInvoices(ctx, invoices); err != nil {
			log.Fatal(err)
		}
		os.Exit(0)
	}
	scheduler.Start()
	return scheduler, nil
}

func sendInvoices(ctx context.Context, invoices Invoices) error {
	return invoices.Send(ctx)
}
