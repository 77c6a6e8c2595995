<?php

namespace Config;

use CodeIgniter\Config\BaseConfig;

class App extends BaseConfig
{
    // clean-next network/host-identity -- trusts the proxy of the cluster
    public array $proxyIPs = ['10.0.0.0/8' => 'X-Forwarded-For'];
}
