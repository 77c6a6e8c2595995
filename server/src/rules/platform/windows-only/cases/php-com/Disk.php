<?php

class Disk
{
    public function free(): int
    {
        if (PHP_OS_FAMILY === 'Windows') {
            // clean-next platform/windows-only -- Linux goes another way
            return (new COM('Scripting.FileSystemObject'))->FreeSpace;
        }
        return disk_free_space('/');
    }
}
