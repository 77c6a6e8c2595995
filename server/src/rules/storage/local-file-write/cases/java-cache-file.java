package shop.policy;

import java.io.File;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.Reader;
import java.io.Writer;

class PolicyRefresher {
    private final String cacheFileName;
    private final String stateFileName;
    private final PolicyClient client;

    PolicyRefresher(String cacheFileName, String stateFileName, PolicyClient client) {
        this.cacheFileName = cacheFileName;
        this.stateFileName = stateFileName;
        this.client = client;
    }

    void save(Policies policies) throws Exception {
        File cacheFile = cacheFileName == null ? null : new File(cacheFileName);
        // expect-next storage/local-file-write info -- a copy of what the server sends, for when it cannot be reached
        try (Writer writer = new FileWriter(cacheFile)) {
            writer.write(policies.toString());
        }
    }

    Policies load() throws Exception {
        File cacheFile = cacheFileName == null ? null : new File(cacheFileName);
        try (Reader reader = new FileReader(cacheFile)) {
            return Policies.parse(reader);
        }
    }

    void keep(Policies policies) throws Exception {
        File stateFile = stateFileName == null ? null : new File(stateFileName);
        // expect-next storage/local-file-write warning -- what it keeps is nowhere else
        try (Writer writer = new FileWriter(stateFile)) {
            writer.write(policies.toString());
        }
    }

    Policies kept() throws Exception {
        File stateFile = stateFileName == null ? null : new File(stateFileName);
        try (Reader reader = new FileReader(stateFile)) {
            return Policies.parse(reader);
        }
    }
}
