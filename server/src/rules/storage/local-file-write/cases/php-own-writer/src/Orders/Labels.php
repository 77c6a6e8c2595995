<?php

namespace Shop\Orders;

use Shop\Files\FileStore;

class Labels
{
    public function __construct(private FileStore $files, private Outbox $outbox)
    {
    }

    public function store(string $order, string $pdf): void
    {
        // expect-next storage/local-file-write warning
        $this->files->putContents($this->path($order), $pdf);
    }

    public function settings(array $values): void
    {
        $path = 'data/config.php';
        $now = $this->files->getContents($path);
        // expect-next storage/local-file-write warning {where='data/config.php'}
        $this->files->putJsonContents($path, $values + json_decode($now, true));
    }

    public function remembered(array $rates): void
    {
        // expect-next storage/local-file-write info
        $this->files->putJsonContents('data/cache/rates.json', $rates);
    }

    public function small(string $picture): string
    {
        $path = 'data/pictures/small/' . basename($picture);
        if ($this->files->exists($path)) {
            return $this->files->getContents($path);
        }
        $small = $this->shrunk($picture);
        // expect-next storage/local-file-write info -- made again where it is missing
        $this->files->putContents($path, $small);
        return $small;
    }

    public function secret(string $shop): string
    {
        $path = 'data/secrets/' . basename($shop);
        if ($this->files->exists($path)) {
            return $this->files->getContents($path);
        }
        $secret = bin2hex(random_bytes(16));
        // expect-next storage/local-file-write warning -- another one each time
        $this->files->putContents($path, $secret);
        return $secret;
    }

    public function first(): void
    {
        // clean-next storage/local-file-write -- written once, when the shop is set up
        $this->files->putJsonContents('data/config.php', []);
    }

    public function passing(string $html): void
    {
        $path = 'data/work/' . uniqid();
        // clean-next storage/local-file-write -- removed in the same request
        $this->files->putContents($path, $html);
        $this->files->remove($path);
    }

    public function packed(string $folder): void
    {
        // clean-next storage/local-file-write -- the caller decides
        $this->files->putContents($folder . '/label.txt', 'x');
    }

    public function sent(string $order): void
    {
        // clean-next storage/local-file-write -- another class, which writes no files
        $this->outbox->putContents('data/orders/' . $order, 'x');
    }

    private function path(string $order): string
    {
        return 'data/labels/' . basename($order);
    }
}
