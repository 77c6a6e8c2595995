<?php

class Gate
{
    public function admit(array $allowed): bool
    {
        // expect-next network/host-identity warning
        $ip = $_SERVER['REMOTE_ADDR'];
        return in_array($ip, $allowed, true);
    }

    public function leads(): bool
    {
        // expect-next network/host-identity warning
        return gethostname() === 'web-1';
    }

    public function log(): void
    {
        // clean-next network/host-identity -- only written down
        error_log('request at ' . gethostname());
    }
}
