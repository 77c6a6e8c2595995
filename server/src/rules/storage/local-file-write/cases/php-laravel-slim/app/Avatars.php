<?php

namespace App;

use Illuminate\Http\Request;
use Illuminate\Support\Facades\Storage;

class Avatars
{
    public function save(Request $request): void
    {
        // expect-next storage/local-file-write warning {setting=FILESYSTEM_DISK, value=local}
        $request->file('avatar')->store('avatars');
        // clean-next storage/local-file-write -- the same disk
        Storage::put('report.txt', 'ok');
        // expect-next storage/local-file-write warning {disk=public}
        Storage::disk('public')->put('report.txt', 'ok');
    }
}
