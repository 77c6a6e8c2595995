<?php

class ImportLock
{
    public function acquire()
    {
        $this->handle = fopen('/var/lock/import.lock', 'c');
        // expect-next storage/file-lock warning
        return flock($this->handle, LOCK_EX | LOCK_NB);
    }
}

class Settings
{
    public function lock()
    {
        $this->handle = fopen(ROOTPATH . '.env.lock', 'c+');
        // clean-next storage/file-lock -- named after the local file whose lines it keeps whole
        return flock($this->handle, LOCK_EX);
    }
}

class Counter
{
    public function write($handle, $line)
    {
        // clean-next storage/file-lock -- keeps the lines of one file whole
        flock($handle, LOCK_EX);
        fwrite($handle, $line);
    }
}
