<?php

class Journal
{
    public static function both(string $entry): void
    {
        if (SYSLOG) {
            syslog(LOG_INFO, $entry);
        }
        // expect-next storage/local-file-write info -- the log of the system has it too
        file_put_contents(__DIR__ . '/../data/shop.log', $entry, FILE_APPEND);
    }

    public static function only(string $entry): void
    {
        // expect-next storage/local-file-write warning
        file_put_contents(__DIR__ . '/../data/orders.log', $entry, FILE_APPEND);
    }

    public function preview(string $order): string
    {
        $file = __DIR__ . '/../data/previews/' . basename($order) . '.html';
        if (is_file($file)) {
            return file_get_contents($file);
        }
        $html = $this->render($order);
        // expect-next storage/local-file-write info -- made again where it is missing
        file_put_contents($file, $html);
        return $html;
    }
}
