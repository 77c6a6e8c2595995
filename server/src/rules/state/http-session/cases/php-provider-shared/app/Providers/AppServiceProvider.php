<?php

namespace App\Providers;

use Illuminate\Support\ServiceProvider;

class AppServiceProvider extends ServiceProvider
{
    public function boot(): void
    {
        // clean-next state/http-session -- a store that replicas share
        \Config::set('session.driver', 'redis');
    }
}
