<?php

class Update
{
    public function fetch(): void
    {
        // expect-next work/process-spawn warning {tool=git} -- only developers have it beside them
        exec('git fetch --prune', $output, $return);
        // clean-next work/process-spawn -- the image brings it
        exec('pdftotext in.pdf out.txt');
    }
}
