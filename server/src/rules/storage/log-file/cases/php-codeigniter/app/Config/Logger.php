<?php

namespace Config;

use CodeIgniter\Config\BaseConfig;
use CodeIgniter\Log\Handlers\FileHandler;

class Logger extends BaseConfig
{
    public $threshold = 4;

    public array $handlers = [
        // expect-next storage/log-file warning
        FileHandler::class => [
            'handles' => ['critical', 'error'],
            'path' => '',
        ],
        // ErrorlogHandler::class => ['handles' => ['critical']],
    ];
}
