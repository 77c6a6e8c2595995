<?php

use Illuminate\Foundation\Application;

// expect-next state/embedded-database warning {engine=SQLite, setting=DB_CONNECTION}
return Application::configure(basePath: dirname(__DIR__))
    ->withRouting(web: __DIR__.'/../routes/web.php', health: '/up')
    ->create();
