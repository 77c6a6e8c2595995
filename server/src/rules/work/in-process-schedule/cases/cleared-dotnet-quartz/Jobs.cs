public static class Jobs
{
    public static void AddJobs(this IServiceCollection services) => services.AddQuartz(q => q.AddJob<Nightly>());
}
