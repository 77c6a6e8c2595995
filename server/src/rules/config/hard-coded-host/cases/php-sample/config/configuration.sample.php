<?php

class Configuration
{
    // clean-next config/hard-coded-host -- copied and filled in by an administrator
    public $dbHost = 'localhost';
}
