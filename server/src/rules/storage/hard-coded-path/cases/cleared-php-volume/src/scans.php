<?php

// clean-next storage/hard-coded-path -- the pods share the volume that is mounted there
$scans = scandir('/mnt/scans/today');
