<?php

namespace App\Http\Middleware;

use Illuminate\Http\Middleware\TrustProxies as Middleware;

class TrustProxies extends Middleware
{
    // clean-next network/host-identity -- config/trustedproxy.php names them
    protected $proxies;
}
