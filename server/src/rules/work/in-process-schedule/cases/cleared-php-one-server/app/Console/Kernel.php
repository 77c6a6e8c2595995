<?php

namespace App\Console;

use Illuminate\Console\Scheduling\Schedule;
use Illuminate\Foundation\Console\Kernel as ConsoleKernel;

class Kernel extends ConsoleKernel
{
    protected function schedule(Schedule $schedule)
    {
        // clean-next work/in-process-schedule -- each event is kept to one server below
        $schedule->command('invoices:send')->dailyAt('03:00');
        foreach ($schedule->events() as $event) {
            $event->onOneServer();
        }
    }
}
