<?php
// expect-next storage/upload-directory warning
$config['upload_path'] = './uploads/';
// clean-next storage/upload-directory -- no folder
$config['upload_allowed_types'] = 'gif|jpg|png';
