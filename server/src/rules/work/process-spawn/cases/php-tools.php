<?php

use Symfony\Component\Process\Process;

class Pdf
{
    public function render(string $file, PDO $db)
    {
        // expect-next work/process-spawn warning {tool=wkhtmltopdf}
        exec("wkhtmltopdf $file out.pdf");
        // expect-next work/process-spawn warning {tool=soffice}
        (new Process(['soffice', '--headless', $file]))->run();
        // clean-next work/process-spawn -- a statement for the database
        $db->exec('DELETE FROM jobs');
        // clean-next work/process-spawn -- only tells people the version
        $this->version = @shell_exec('git rev-parse HEAD') ?: '?';
    }
}
