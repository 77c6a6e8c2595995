<?php

namespace App\Filters;

use Config\Services;

class Throttle
{
    public function before($request)
    {
        $limiter = Services::throttler();
        // clean-next network/host-identity -- told of at the setting
        if (!$limiter->check('login-' . md5($request->getIPAddress()), 10, 60)) {
            return service('response')->setStatusCode(429);
        }
    }
}
