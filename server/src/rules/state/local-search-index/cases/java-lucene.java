package shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NIOFSDirectory;

class ProductIndex {
    IndexWriter writer(String dir) throws IOException {
        // expect-next state/local-search-index warning {type=ProductIndex}
        return new IndexWriter(FSDirectory.open(Path.of(dir)), new IndexWriterConfig());
        //                     ^^^^^^^^^^^ -- the class
    }

    void check(String dir) throws IOException {
        // clean-next state/local-search-index -- the same index once more
        FSDirectory.open(Path.of(dir)).close();
    }
}

class NoticeIndex {
    // expect-next state/local-search-index warning {type=NoticeIndex}
    NIOFSDirectory directory = new NIOFSDirectory(Path.of("/data/index"));
}

class Suggestions {
    void build() throws IOException {
        Path scratch = Files.createTempDirectory("suggest");
        // expect-next state/local-search-index info {type=Suggestions}
        FSDirectory.open(scratch);
    }
}

class Words {
    // clean-next state/local-search-index -- an index of constants in memory
    private final ByteBuffersDirectory words = new ByteBuffersDirectory();
}

class IndexCheck {
    public static void main(String[] args) throws IOException {
        // clean-next state/local-search-index -- a tool that is run by hand
        FSDirectory.open(Path.of(args[0]));
    }
}
