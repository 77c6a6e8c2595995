public static class Bootstrapper
{
    public static void Configure(ReportClient client)
    {
        // clean-next work/in-process-schedule -- what a client of another product keeps until it has sent it
        client.Configuration.UseInMemoryStorage();
    }
}
