<?php
defined('BASEPATH') OR exit('No direct script access allowed');
$config['base_url'] = '';
// expect-next state/http-session warning {setting=config.sess_driver, value=files}
$config['sess_driver'] = 'files';
