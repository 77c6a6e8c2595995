<?php

namespace App\Providers;

use Illuminate\Support\ServiceProvider;

class AppServiceProvider extends ServiceProvider
{
    public function boot(): void
    {
        // expect-next state/http-session error {setting=session.driver, value=file}
        config(['session.driver' => 'file', 'session.lifetime' => 60]);
    }
}
