<?php
// expect-next config/hard-coded-host warning
define('DB_HOST', 'localhost');
