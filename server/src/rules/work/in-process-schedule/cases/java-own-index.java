package portal;

import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
class SearchIndexer {
    private final Directory directory;
    private final PageService pages;
    private final PageRepository stored;

    SearchIndexer(Directory directory, PageService pages, PageRepository stored) {
        this.directory = directory;
        this.pages = pages;
        this.stored = stored;
    }

    // clean-next work/in-process-schedule -- each process searches the index that it writes itself
    @Scheduled(fixedDelay = 60000)
    public void updateIndex() throws Exception {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (Page page : pages.getAll()) index(page, writer);
        }
    }

    private void index(Page page, IndexWriter writer) throws Exception {
        writer.updateDocument(new Term("id", page.getId()), new Document());
    }

    // expect-next work/in-process-schedule
    @Scheduled(fixedDelay = 90000)
    public void updateAndNote() throws Exception {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (Page page : stored.findStale()) {
                index(page, writer);
                stored.save(page.indexed());
            }
        }
    }
}
