<?php

namespace Shop\Jobs;

class Jobs
{
    public function isRunning(int $pid): bool
    {
        // expect-next network/host-identity warning {call=posix_getsid()}
        return posix_getsid($pid) !== false;
    }

    public function release(array $row): void
    {
        // expect-next network/host-identity warning {call=posix_kill()}
        if (!posix_kill($row['pid'], 0)) {
            $this->jobs->reset($row['id']);
        }
    }

    public function own(): bool
    {
        // clean-next network/host-identity -- this process itself
        return posix_getsid(getmypid()) !== false;
    }

    public function stop(int $pid): void
    {
        // clean-next network/host-identity -- ends a process, and asks nothing
        posix_kill($pid, 15);
    }
}
