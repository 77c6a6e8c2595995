<?php

use Monolog\Handler\StreamHandler;
use Monolog\Logger;

$log = new Logger('shop');
// expect-next storage/log-file warning
$log->pushHandler(new StreamHandler(__DIR__ . '/../var/shop.log'));

class Logs
{
    private const PATH = 'data/logs/shop.log';

    public function make($config): void
    {
        $path = $config->get('log.path') ?? self::PATH;
        // expect-next storage/log-file warning {file=data/logs/shop.log}
        $this->log->pushHandler(new ShopRotatingFileHandler($config, $path, 30));
        // clean-next storage/log-file -- the same log, by another handler
        $this->log->pushHandler(new ShopFileHandler($config, $path));
        // clean-next storage/log-file -- no log
        $this->files = new UploadedFileHandler($config, 'data/uploads');
    }
}

// clean-next storage/log-file -- standard error
$log->pushHandler(new StreamHandler('php://stderr'));
