public static class Caching
{
    public static void Add(IServiceCollection services) => services.AddEasyCaching(options =>
    {
        // expect-next state/in-process-cache warning
        options.UseInMemory("favicons");
        // clean-next state/in-process-cache -- told above
        options.UseInMemory("licences");
    });
}
