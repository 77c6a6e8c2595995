<?php
// clean-next config/hard-coded-host -- copied and filled in by an administrator
define('DB_HOST', 'localhost');
