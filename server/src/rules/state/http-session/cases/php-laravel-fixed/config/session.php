<?php

return [
    // expect-next state/http-session error {library=Laravel, setting=session.driver, value=file}
    'driver' => 'file',
];
