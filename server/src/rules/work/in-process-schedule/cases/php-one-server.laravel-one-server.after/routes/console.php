<?php

use App\Jobs\BillCustomers;
use Illuminate\Support\Facades\Schedule;

                                                                   
Schedule::job(new BillCustomers(['net' => 14]))->daily()->onOneServer();

Schedule::command('orders:remind --text="it\'s (almost) due"')
    ->dailyAt('08:00')
    ->withoutOverlapping()->onOneServer();

Schedule::call(function () {
    Order::query()->update(['open' => false]); // ) a bracket that closes nothing
})->hourly()->name('scheduled-call-1')->onOneServer();
