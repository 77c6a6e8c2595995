using Shop.Jobs;

IHost host = Host.CreateDefaultBuilder(args)
    .ConfigureServices((context, services) =>
    {
        services.AddSingleton<Mailbox>();
        services.AddHostedService<CartSweeper>();
    })
    .Build();

await host.RunAsync();
