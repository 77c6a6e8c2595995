<?php

class Export
{
    public function pdf(string $html): string
    {
        $input = tempnam(sys_get_temp_dir(), 'pdf');
        // clean-next storage/local-file-write -- a temporary file
        file_put_contents($input, $html);
        return $this->render($input);
    }

    public function passing(string $html): string
    {
        $path = __DIR__ . '/../var/work.html';
        // clean-next storage/local-file-write -- removed in the same request
        file_put_contents($path, $html);
        $pdf = $this->render($path);
        unlink($path);
        return $pdf;
    }

    public function csv(array $rows): void
    {
        // clean-next storage/local-file-write -- the response
        $out = fopen('php://output', 'w');
        foreach ($rows as $row) {
            fputcsv($out, $row);
        }
    }

    public function helper(string $path, string $text): void
    {
        // clean-next storage/local-file-write -- the caller decides
        file_put_contents($path, $text);
    }

    public function held(string $html): void
    {
        $file = tmpfile();
        $path = stream_get_meta_data($file)['uri'];
        // clean-next storage/local-file-write -- a temporary file that goes with its handle
        file_put_contents($path, $html);
    }

    public function fetched(string $url): string
    {
        $path = storage_path('tmp/' . uniqid());
        // clean-next storage/local-file-write -- a temporary file in a folder of its own
        file_put_contents($path, fopen($url, 'r'));
        return $path;
    }

    public function recorded(): void
    {
        // clean-next storage/local-file-write -- for tests
        TestResponse::macro('log', fn () => file_put_contents(storage_path('answers/last.json'), $this->getContent()));
    }

    public function warmUp(string $folder): void
    {
        // clean-next storage/local-file-write -- made from the code before the first request
        file_put_contents(__DIR__ . '/../var/cache/routes.php', $this->routes());
    }

    public function attached(string $data): void
    {
        $folder = $this->paths->get('tmp') . '/mail.bin';
        // clean-next storage/local-file-write -- a folder for passing files
        file_put_contents($folder, $data);
    }

    private function picture(): string
    {
        $name = $this->prefix . '.svg';

        return storage_path('framework/cache/pictures/' . $name);
    }

    private function invoice(string $number): string
    {
        return storage_path('invoices/' . $number . '.pdf');
    }

    public function draw(string $image, string $number): void
    {
        // expect-next storage/local-file-write info
        file_put_contents($this->picture(), $image);
        // expect-next storage/local-file-write warning
        file_put_contents($this->invoice($number), $image);
    }

    public function query(string $sql): void
    {
        if (SHOP_MODE === 'dev') {
            // clean-next storage/local-file-write -- for developers
            file_put_contents(DATA_FOLDER . '/sql.log', $sql, FILE_APPEND);
        }
        if (SHOP_MODE !== 'dev') {
            // expect-next storage/local-file-write warning
            file_put_contents(DATA_FOLDER . '/orders.log', $sql, FILE_APPEND);
        }
    }

    public function unpack(string $data): void
    {
        $temp_path = $this->folder() . DIRECTORY_SEPARATOR . base64_encode(random_bytes(12)) . '.jpg';
        // clean-next storage/local-file-write -- a temporary file that nobody could look up
        file_put_contents($temp_path, $data);
        $kept = $this->folder() . '/kept-' . bin2hex(random_bytes(12)) . '.jpg';
        // expect-next storage/local-file-write warning
        file_put_contents($kept, $data);
    }

    public function reads(): string
    {
        // clean-next storage/local-file-write -- reads only
        $handle = fopen(__DIR__ . '/data.csv', 'r');
        return fgets($handle);
    }

    public function report(string $text): void
    {
        // expect-next storage/local-file-write warning
        file_put_contents(storage_path('reports/latest.html'), $text);
        // expect-next storage/local-file-write warning
        file_put_contents(__DIR__ . '/../logs/report.log', $text, FILE_APPEND);
    }
}
