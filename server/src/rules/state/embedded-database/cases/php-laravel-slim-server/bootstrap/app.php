<?php

use Illuminate\Foundation\Application;

// clean-next state/embedded-database -- the example names a server
return Application::configure(basePath: dirname(__DIR__))
    ->withRouting(web: __DIR__.'/../routes/web.php', health: '/up')
    ->create();
