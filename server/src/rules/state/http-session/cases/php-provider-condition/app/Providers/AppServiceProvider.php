<?php

namespace App\Providers;

use Illuminate\Support\ServiceProvider;

class AppServiceProvider extends ServiceProvider
{
    public function boot(): void
    {
        if ($this->app->runningInConsole()) {
            // clean-next state/http-session -- only where a condition holds
            config(['session.driver' => 'array']);
        }
    }
}
