<?php

namespace App\Http\Middleware;

use Illuminate\Http\Middleware\TrustProxies as Middleware;

class TrustProxies extends Middleware
{
    // expect-next network/host-identity warning {type=TrustProxies}
    protected $proxies;
}
