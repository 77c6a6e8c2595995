<?php

namespace App\Console;

use App\Jobs\BillCustomers;
use Illuminate\Console\Scheduling\Schedule;
use Illuminate\Foundation\Console\Kernel as ConsoleKernel;

class Kernel extends ConsoleKernel
{
    protected function schedule(Schedule $schedule)
    {
        $schedule->command('telescope:prune')->daily();
        // expect-next work/in-process-schedule warning {job=invoices:send}
        $schedule->command('invoices:send')->dailyAt('03:00');
        //         ^^^^^^^
        $schedule->job(new BillCustomers)->hourly()->withoutOverlapping();
        // clean-next work/in-process-schedule -- one server runs it
        $schedule->command('orders:close')->daily()->onOneServer();
    }

    // clean-next work/in-process-schedule -- what carries the same name is no scheduler
    protected function dispatch(Calendar $calendar)
    {
        $calendar->command('orders:close');
    }
}
