<?php
// clean-next config/hard-coded-credential -- filled in by the installer
define('DB_PASS', '%CONFIG-DBPASS');
