public static class Registration
{
    public static void AddCache(this IServiceCollection services, CacheOptions options)
    {
        services.AddSingleton<IShopCache, ShopCacheManager>();
        if (options.TellOthers) services.AddSingleton<IListener, Listener>();
    }
}
