package shop;

import java.io.File;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Properties;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestTemplate;

@Service
class Ledger {

    private final Path book = Paths.get("/data/ledger/book.txt");
    private final File settings = new File("/data/ledger/settings.properties");
    private RestTemplate restTemplate;
    private String token;

    // expect-next work/process-local-lock warning {file=book}
    public synchronized void append(String line) throws IOException {
        //                   ^^^^^^
        String now = Files.exists(book) ? Files.readString(book) : "";
        Files.writeString(book, now + line);
    }

    public void change(String key, String value) throws IOException {
        // expect-next work/process-local-lock warning {lock=synchronized, file=settings}
        synchronized (settings) {
            Properties all = new Properties();
            all.load(new FileReader(settings));
            all.setProperty(key, value);
            store(all);
        }
    }

    private void store(Properties all) throws IOException {
        try (Writer writer = new FileWriter(settings)) {
            all.store(writer, "");
        }
    }

    // expect-next work/process-local-lock warning {read=restTemplate.getForObject(), write=restTemplate.postForObject()}
    public synchronized void reserve(String item) {
        if ("free".equals(restTemplate.getForObject("/stock/" + item, String.class))) {
            restTemplate.postForObject("/stock/" + item, "taken", String.class);
        }
    }

    // clean-next work/process-local-lock -- only writes, so there is nothing to decide
    public synchronized void note(String line) throws IOException {
        try (Writer writer = new FileWriter("/data/ledger/notes.txt", true)) {
            writer.write(line);
        }
    }

    // clean-next work/process-local-lock -- keeps the answer for this process alone
    public synchronized String token() {
        if (token == null) {
            String seed = restTemplate.getForObject("/seed", String.class);
            token = restTemplate.postForObject("/token", seed, String.class);
        }
        return token;
    }

    // clean-next work/process-local-lock -- a file that no other process knows
    public synchronized byte[] render(String text) throws IOException {
        Path draft = Files.createTempFile("draft", ".txt");
        Files.writeString(draft, text);
        return Files.readAllBytes(draft);
    }
}
