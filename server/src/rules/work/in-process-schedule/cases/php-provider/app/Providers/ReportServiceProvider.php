<?php

namespace App\Providers;

use Illuminate\Console\Scheduling\Schedule;
use Illuminate\Support\ServiceProvider;

class ReportServiceProvider extends ServiceProvider
{
    public function boot()
    {
        $this->app->booted(function () {
            $schedule = $this->app->make(Schedule::class);
            // expect-next work/in-process-schedule warning
            $schedule->call(function () { Report::send(); })->weekly();
            $kept = $schedule->command('orders:close')->daily();
            $kept->onOneServer();
        });
    }
}
