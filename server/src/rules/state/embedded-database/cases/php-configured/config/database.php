<?php

return [
    'connections' => [
        // clean-next state/embedded-database -- one of several that may be chosen
        'sqlite' => ['driver' => 'sqlite'],
        'mysql' => ['driver' => 'mysql'],
    ],
];
