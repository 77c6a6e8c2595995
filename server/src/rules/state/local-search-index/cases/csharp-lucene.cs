using Lucene.Net.Index;
using Lucene.Net.Store;
public class ProductIndex
{
    public void Open(string path)
    {
        // expect-next state/local-search-index {type=ProductIndex}
        using var directory = FSDirectory.Open(path);
        //                                ^^^^
    }
}
public class Scratch
{
    // clean-next state/local-search-index -- gone with the request
    public void Open() { using var directory = new RAMDirectory(); }
}
