<?php

namespace Config;

use CodeIgniter\Config\BaseConfig;
use CodeIgniter\Session\Handlers\FileHandler;

class Session extends BaseConfig
{
    // expect-next state/http-session error {library=CodeIgniter}
    public string $driver = FileHandler::class;
    public string $cookieName = 'ci_session';
}
