<?php

namespace App;

use Illuminate\Http\Request;
use Illuminate\Support\Facades\Storage;

class Avatars
{
    const DISK = 'public';
    const KEPT = 's3';

    public function save(Request $request): void
    {
        // clean-next storage/local-file-write -- the default disk, told at its setting
        $request->file('avatar')->store('avatars');
        // expect-next storage/local-file-write error {disk=public}
        $request->file('avatar')->store('avatars', 'public');
        // clean-next storage/local-file-write -- object storage
        $request->file('avatar')->storeAs('avatars', 'me.png', 's3');
        // expect-next storage/local-file-write warning {disk=local}
        Storage::disk('local')->put('report.txt', 'ok');
        // clean-next storage/local-file-write -- a setting decides what the disk is
        Storage::disk('media')->put('report.txt', 'ok');
        // clean-next storage/local-file-write -- reads only
        Storage::disk('public')->get('report.txt');
    }

    public function scan(Request $request): void
    {
        // expect-next storage/local-file-write warning {disk=public}
        $request->file('scan')->storeAs('scans', 'a.png', ['disk' => self::DISK]);
        // clean-next storage/local-file-write -- object storage
        Storage::disk(self::KEPT)->put('a.png', 'ok');
    }

    public function order(Orders $orders, array $data): void
    {
        // clean-next storage/local-file-write -- stores no file
        $orders->store($data);
    }
}
