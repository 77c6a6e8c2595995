public class Notifier
{
    // clean-next storage/hard-coded-path -- a program that is started: nothing is kept there
    private const string IndexerPath = "/opt/indexer/bin/reindex";
    // expect-next storage/hard-coded-path warning
    private const string ExportPath = "/opt/indexer/exports";

    protected Payload BuildTestPayload()
    {
        // clean-next storage/hard-coded-path -- shows the receiver what a message looks like
        return new Payload { FolderPath = "C:\\orders" };
    }
    protected Payload BuildPayload(Order order)
    {
        // expect-next storage/hard-coded-path warning
        return new Payload { FolderPath = "C:\\orders" };
    }
}
