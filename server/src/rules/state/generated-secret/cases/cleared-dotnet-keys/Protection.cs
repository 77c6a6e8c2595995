public static class Protection
{
    public static void AddKeys(this IServiceCollection services, IConnectionMultiplexer redis)
    {
        services.AddDataProtection().SetApplicationName("shop").PersistKeysToStackExchangeRedis(redis, "keys");
    }
}
