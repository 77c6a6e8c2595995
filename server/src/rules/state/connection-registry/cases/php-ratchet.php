<?php

namespace Chat;

use Ratchet\ConnectionInterface;
use Ratchet\MessageComponentInterface;
use Ratchet\Wamp\WampServerInterface;

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

class Pusher implements WampServerInterface
{
    protected array $topics = [];

    public function onSubscribe(ConnectionInterface $conn, $topic)
    {
        // expect-next state/connection-registry error {field=topics, type=Pusher}
        $this->topics[$topic->getId()] = $topic;
    }

    public function onOrder(string $entry)
    {
        $order = json_decode($entry);
        $this->topics[$order->shop]->broadcast($order);
    }
}

class Counted implements WampServerInterface
{
    private array $names = [];

    public function onSubscribe(ConnectionInterface $conn, $topic)
    {
        // clean-next state/connection-registry -- keeps no connections
        $this->names[$conn->resourceId] = $topic->getId();
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
