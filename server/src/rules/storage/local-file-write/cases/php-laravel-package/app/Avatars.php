<?php

namespace App;

use Illuminate\Http\Request;
use Illuminate\Support\Facades\Storage;

class Avatars
{
    public function save(Request $request): void
    {
        // clean-next storage/local-file-write -- a package: the application that takes it in decides
        $request->file('avatar')->store('avatars');
        // clean-next storage/local-file-write -- the same disk
        Storage::put('report.txt', 'ok');
        // expect-next storage/local-file-write warning {disk=public}
        Storage::disk('public')->put('report.txt', 'ok');
    }
}
