<?php

$db['default'] = array(
    // expect-next config/hard-coded-host warning {host=localhost}
    'hostname' => 'localhost',
    'username' => 'shop',
    // clean-next config/hard-coded-host -- a name
    'database' => 'localhost_shop',
);
