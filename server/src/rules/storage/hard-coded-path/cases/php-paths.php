<?php

// expect-next storage/hard-coded-path warning {path=/var/data/prices.csv}
$file = fopen('/var/data/prices.csv', 'r');
//            ^^^^^^^^^^^^^^^^^^^^^^
// expect-next storage/hard-coded-path warning {path=/home/shop/templates/}
$template = file_get_contents('/home/shop/templates/' . $name);
// expect-next storage/hard-coded-path warning {path=/mnt/scans/}
$scan = file_get_contents("/mnt/scans/$id.pdf");
// expect-next storage/hard-coded-path warning
$stock = new SplFileObject('D:/stock/today.csv');
// clean-next storage/hard-coded-path -- storage/local-file-write tells of writes
file_put_contents('/home/shop/orders.csv', $row);
// clean-next storage/hard-coded-path -- where the image puts the application
$version = file_get_contents('/var/www/html/VERSION');
// clean-next storage/hard-coded-path -- every Linux image has it
$users = file('/etc/passwd');
// clean-next storage/hard-coded-path -- a page of another site
$rates = file_get_contents('https://rates.example.org/home/today.csv');
// clean-next storage/hard-coded-path -- the environment says where
$keys = file_get_contents(getenv('KEY_DIR') . '/home/keys.json');

function load_average()
{
    if (is_readable('/opt/shop/load')) {
        // expect-next storage/hard-coded-path info
        return file_get_contents('/opt/shop/load');
    }
    // clean-next storage/hard-coded-path -- the kernel's own
    return file_get_contents('/proc/loadavg');
}
