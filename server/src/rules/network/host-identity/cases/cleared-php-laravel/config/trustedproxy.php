<?php

return ['proxies' => env('APP_TRUSTED_PROXIES')];
