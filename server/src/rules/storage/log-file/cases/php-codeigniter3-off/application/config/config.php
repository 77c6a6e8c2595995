<?php

// clean-next storage/log-file -- logs nothing
$config['log_threshold'] = 0;
