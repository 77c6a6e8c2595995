<?php

// clean-next state/in-process-cache -- nothing is set: the framework caches in the database
use Illuminate\Foundation\Application;

return Application::configure(basePath: dirname(__DIR__))
    ->withRouting(web: __DIR__.'/../routes/web.php', health: '/up')
    ->create();
