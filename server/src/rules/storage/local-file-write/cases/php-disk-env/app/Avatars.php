<?php

use Illuminate\Support\Facades\Storage;

function save($text)
{
    Storage::put('a.txt', $text);
}
