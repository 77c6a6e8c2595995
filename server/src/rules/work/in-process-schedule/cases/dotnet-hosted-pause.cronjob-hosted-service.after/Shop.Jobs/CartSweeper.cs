namespace Shop.Jobs;

                                               
public sealed class CartSweeper
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);
    private readonly IServiceScopeFactory scopes;
    private readonly ILogger<CartSweeper> logger;

    public CartSweeper(IServiceScopeFactory scopes, ILogger<CartSweeper> logger)
    {
        this.scopes = scopes;
        this.logger = logger;
    }

    public async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        logger.LogInformation("sweeping carts");
        using (var scope = scopes.CreateScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ShopContext>();
            await db.Carts.Where(cart => cart.Old).ExecuteDeleteAsync(stoppingToken);
        }

        logger.LogInformation("stopped");
    }
}
