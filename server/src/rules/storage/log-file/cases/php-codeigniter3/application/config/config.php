<?php

$config['base_url'] = '';
// expect-next storage/log-file warning
$config['log_threshold'] = 1;
