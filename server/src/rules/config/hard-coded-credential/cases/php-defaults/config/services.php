<?php

return [
    // clean-next config/hard-coded-credential -- a word that stands there while nothing is set
    'secret' => env('CAPTCHA_SECRET', 'default_secret'),
    // expect-next config/hard-coded-credential info
    'token' => env('MAIL_TOKEN', 'q8Zr41mXv0TpLw7e'),
];
