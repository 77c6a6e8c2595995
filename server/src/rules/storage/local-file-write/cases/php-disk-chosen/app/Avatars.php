<?php

namespace App;

use Illuminate\Support\Facades\Storage;

class Avatars
{
    public function keep(string $name, string $image): void
    {
        // clean-next storage/local-file-write -- told where the configuration chooses the disk
        Storage::disk('public')->put($name, $image);
        // clean-next storage/local-file-write -- told where the configuration chooses the driver
        Storage::disk('archive')->put($name, $image);
        // clean-next storage/local-file-write -- object storage
        Storage::disk('scanned')->put($name, $image);
    }
}
