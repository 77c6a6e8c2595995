<?php

use App\Jobs\BillCustomers;
use Illuminate\Support\Facades\Schedule;

// expect-next work/in-process-schedule warning {job=BillCustomers}
Schedule::job(new BillCustomers(['net' => 14]))->daily();

Schedule::command('orders:remind --text="it\'s (almost) due"')
    ->dailyAt('08:00')
    ->withoutOverlapping();

Schedule::call(function () {
    Order::query()->update(['open' => false]); // ) a bracket that closes nothing
})->hourly();
