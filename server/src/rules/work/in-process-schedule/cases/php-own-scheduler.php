<?php

use Acme\Scheduling\Schedule;
use Illuminate\Support\Facades\Log;

// clean-next work/in-process-schedule -- a class of the application's own, which may keep it to one server
Schedule::command('orders:close', 'daily');
