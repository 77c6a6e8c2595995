<?php

return [
    // clean-next state/embedded-database -- filled in before it is used
    'db' => ['type' => 'sqlite'],
];
