<?php

class Preferences
{
    public function __construct(private string $folder, private array $data)
    {
    }

    public function save(): void
    {
        // expect-next storage/local-file-write warning
        file_put_contents($this->folder . '/preferences.php', "<?php\nreturn " . var_export($this->data, true) . ';', LOCK_EX);
    }

    public function writeCache(array $routes): void
    {
        // expect-next storage/local-file-write info -- made again from the code
        file_put_contents(__DIR__ . '/../var/cache/routes.php', '<?php return ' . var_export($routes, true) . ';');
    }
}
