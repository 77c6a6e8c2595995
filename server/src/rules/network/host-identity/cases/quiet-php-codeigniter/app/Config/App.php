<?php

namespace Config;

use CodeIgniter\Config\BaseConfig;

class App extends BaseConfig
{
    // clean-next network/host-identity -- nothing counts by address
    public array $proxyIPs = [];
}
