<?php

use Illuminate\Http\Request;
use Illuminate\Http\UploadedFile;

class AvatarController
{
    public function plain(): void
    {
        // expect-next storage/local-file-write error
        move_uploaded_file($_FILES['avatar']['tmp_name'], __DIR__ . '/uploads/' . basename($_FILES['avatar']['name']));
    }

    public function laravel(Request $request): void
    {
        // expect-next storage/local-file-write error {where=public_path('avatars')}
        $request->file('avatar')->move(public_path('avatars'), 'me.png');
    }

    public function codeigniter(): void
    {
        $file = $this->request->getFile('avatar');
        // expect-next storage/local-file-write error {where=FCPATH . 'uploads/avatars/'}
        $file->move(FCPATH . 'uploads/avatars/', 'me.png', true);
    }

    public function configured(UploadedFile $file): void
    {
        // expect-next storage/local-file-write warning
        $file->move(config('shop.uploads'), $file->hashName());
    }

    public function given(UploadedFile $file, string $target): void
    {
        // expect-next storage/local-file-write warning
        $file->move($target);
    }

    public function carries(Car $car): void
    {
        // clean-next storage/local-file-write -- nothing of a request
        $car->move(public_path('garage'));
    }

    public function picture($image): void
    {
        // expect-next storage/local-file-write warning
        imagejpeg($image, public_path('thumbnails/a.jpg'), 80);
        // clean-next storage/local-file-write -- sent to the browser
        imagejpeg($image, null, 80);
    }
}
