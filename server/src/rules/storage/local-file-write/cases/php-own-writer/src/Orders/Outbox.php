<?php

namespace Shop\Orders;

class Outbox
{
    public function putContents(string $path, string $data): void
    {
        $this->client->post($path, $data);
    }
}
