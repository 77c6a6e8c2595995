package shop;

import java.nio.file.Path;
import org.apache.solr.client.solrj.embedded.EmbeddedSolrServer;

class SearchConfig {
    EmbeddedSolrServer solr(Path home) {
        // expect-next state/local-search-index warning
        return new EmbeddedSolrServer(home, "products");
    }
}
