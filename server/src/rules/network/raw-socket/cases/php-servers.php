<?php

use Chat\Hub;
use Ratchet\Server\IoServer;
use React\Socket\SocketServer;

// expect-next network/raw-socket warning {port=9000}
$server = stream_socket_server('tcp://0.0.0.0:9000', $errno, $errstr);

// expect-next network/raw-socket warning {port=8081}
IoServer::factory(new Hub(), 8081)->run();

// expect-next network/raw-socket warning
$sockets = new SocketServer('0.0.0.0:' . $settings->port, $loop);

// clean-next network/raw-socket -- an address that a setting gives
$other = new SocketServer($settings->address, $loop);

// clean-next network/raw-socket -- only this pod reaches it
$local = stream_socket_server('tcp://127.0.0.1:9001');

// clean-next network/raw-socket -- a socket in the file system
$unix = stream_socket_server('unix:///run/app.sock');
