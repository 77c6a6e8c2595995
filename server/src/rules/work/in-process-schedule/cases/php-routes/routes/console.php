<?php

use Illuminate\Support\Facades\Artisan;
use Illuminate\Support\Facades\Schedule;

Artisan::command('report', fn () => $this->comment('done'));

// expect-next work/in-process-schedule info {job=queue:prune-failed}
Schedule::command('queue:prune-failed --hours=48')->daily();

// clean-next work/in-process-schedule -- only on a developer's machine
Schedule::command('orders:fake')->environments('local')->hourly();

Schedule::daily()->onOneServer()->group(function () {
    // clean-next work/in-process-schedule -- the group runs on one server
    Schedule::command('orders:close');
});
