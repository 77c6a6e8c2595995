<?php

class Images
{
    public function __construct()
    {
        // expect-next platform/native-library warning {library=libvips.so.42}
        $this->vips = FFI::cdef('int vips_init(const char *name);', 'libvips.so.42');
        // clean-next platform/native-library -- every Linux has it
        $this->c = FFI::cdef('int getpid(void);', 'libc.so.6');
    }
}
