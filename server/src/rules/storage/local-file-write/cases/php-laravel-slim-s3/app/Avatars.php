<?php

namespace App;

use Illuminate\Http\Request;
use Illuminate\Support\Facades\Storage;

class Avatars
{
    public function save(Request $request): void
    {
        // clean-next storage/local-file-write -- object storage
        $request->file('avatar')->store('avatars');
        // clean-next storage/local-file-write -- the same disk
        Storage::put('report.txt', 'ok');
        // clean-next storage/local-file-write -- the application makes it object storage
        Storage::disk('public')->put('report.txt', 'ok');
    }
}
