<?php

// clean-next config/hard-coded-host -- the installer fills all of it in
$config['hostname'] = 'localhost';
$config['username'] = 'root';
$config['password'] = '';
$config['database'] = '';
