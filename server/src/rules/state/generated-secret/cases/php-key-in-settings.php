<?php

use Shop\Settings;

function writeEnvKey(string $name, string $value): bool
{
    $path = ROOTPATH . '.env';
    // clean-next state/generated-secret -- the value is the caller's
    return file_put_contents($path, preg_replace("/^$name=.*/m", "$name='$value'", file_get_contents($path))) !== false;
}

function ensureKey(): void
{
    $key = config('Encryption')->key;
    if (empty($key)) {
        $key = bin2hex(random_bytes(32));
        // expect-next state/generated-secret warning
        writeEnvKey('encryption.key', $key);
    }
}

function ensureSalt(Settings $settings): void
{
    if (strlen($settings->salt) < 16) {
        $salt = bin2hex(random_bytes(16));
        // expect-next state/generated-secret error
        $settings->writeConfigValue('login_salt', $salt);
    }
}

function rename_shop(string $name): void
{
    if (empty($name)) {
        $name = 'shop-' . bin2hex(random_bytes(2));
    }
    // clean-next state/generated-secret -- no key
    writeEnvKey('shop.name', $name);
}
