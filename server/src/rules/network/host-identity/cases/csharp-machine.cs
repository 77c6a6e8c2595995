public class Jobs
{
    public void Run(Job job)
    {
        // expect-next network/host-identity warning {source=Environment.MachineName}
        if (job.Owner == Environment.MachineName) Work(job);
        // expect-next network/host-identity info {name=ServerName}
        job.ServerName = Environment.MachineName;
        // clean-next network/host-identity -- only logged
        logger.LogInformation("running on {Host}", Environment.MachineName);
    }
}
