<?php

namespace Chat;

use Ratchet\ConnectionInterface;
use Ratchet\MessageComponentInterface;

class Hub implements MessageComponentInterface
{
    private \SplObjectStorage $clients;

    public function onOpen(ConnectionInterface $conn)
    {
        // expect-next state/connection-registry error {field=clients, type=Hub}
        $this->clients->attach($conn);
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        foreach ($this->clients as $client) {
            $client->send($msg);
        }
    }
}

class Echoes implements MessageComponentInterface
{
    private array $open = [];

    public function onOpen(ConnectionInterface $conn)
    {
        // clean-next state/connection-registry -- answers only who asked
        $this->open[$conn->resourceId] = $conn;
    }

    public function onMessage(ConnectionInterface $from, $msg)
    {
        $from->send($msg);
    }
}
