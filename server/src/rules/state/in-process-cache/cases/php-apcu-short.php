<?php

class Counts
{
    public function open(): int
    {
        $count = $this->query();
        // expect-next state/in-process-cache info {call=apcu_store, owner=Counts}
        apcu_store('open', $count, 60);
        return $count;
    }
}
