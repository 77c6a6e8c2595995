<?php

class Report
{
    public function print(string $text): void
    {
        // expect-next platform/windows-only warning
        $word = new COM('Word.Application');
        $word->Documents->Add();
    }
}
