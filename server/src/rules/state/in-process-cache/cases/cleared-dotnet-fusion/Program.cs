builder.Services.AddFusionCache().WithDistributedCache(redis).WithBackplane(new RedisBackplane(options));
