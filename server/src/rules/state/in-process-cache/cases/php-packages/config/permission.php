<?php

return [
    'cache' => [
        // clean-next state/in-process-cache -- the store that the application chooses
        'store' => 'default',
    ],
];
