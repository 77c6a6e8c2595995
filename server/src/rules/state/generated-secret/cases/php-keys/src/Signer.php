<?php

class Signer
{
    private function key(): string
    {
        $file = __DIR__ . '/../var/secret.key';
        if (!file_exists($file)) {
            // expect-next state/generated-secret error
            file_put_contents($file, bin2hex(random_bytes(32)));
        }
        return file_get_contents($file);
    }

    public function export(string $folder): void
    {
        $name = bin2hex(random_bytes(8));
        if (!is_file("$folder/keys.csv")) {
            // clean-next state/generated-secret -- a list, not a key
            file_put_contents("$folder/keys.csv", $this->rows($name));
        }
    }
}
