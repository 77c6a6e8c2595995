<?php

// expect-next state/embedded-database warning {engine=SQLite, setting=DB_DRIVER}
defined('DB_DRIVER') or define('DB_DRIVER', getenv('DB_DRIVER') ?: 'sqlite');

// clean-next state/embedded-database -- a server of its own
defined('LOG_DB_DRIVER') or define('LOG_DB_DRIVER', getenv('LOG_DB_DRIVER') ?: 'mysql');
