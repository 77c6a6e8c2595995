namespace Shop.Jobs;

// expect-next work/in-process-schedule warning
public sealed class CartSweeper : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);
    private readonly IServiceScopeFactory scopes;
    private readonly ILogger<CartSweeper> logger;

    public CartSweeper(IServiceScopeFactory scopes, ILogger<CartSweeper> logger)
    {
        this.scopes = scopes;
        this.logger = logger;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        logger.LogInformation("sweeping carts");
        while (!stoppingToken.IsCancellationRequested)
        {
            using (var scope = scopes.CreateScope())
            {
                var db = scope.ServiceProvider.GetRequiredService<ShopContext>();
                await db.Carts.Where(cart => cart.Old).ExecuteDeleteAsync(stoppingToken);
            }

            await Task.Delay(Pause, stoppingToken);
        }

        logger.LogInformation("stopped");
    }
}
