package kr.shop

import java.nio.file.Paths
import org.apache.lucene.store.ByteBuffersDirectory
import org.apache.lucene.store.Directory
import org.apache.lucene.store.FSDirectory

class ProductIndex {
    // expect-next state/local-search-index warning
    fun open(): Directory = FSDirectory.open(Paths.get("/data/index"))

    // clean-next state/local-search-index -- built anew for each use
    fun scratch(): Directory = ByteBuffersDirectory()
}
