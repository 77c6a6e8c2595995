public static class Program
{
    public static void Main(string[] args)
    {
        if (!Settings.HasJwtKey())
        {
            var bytes = new byte[256];
            RandomNumberGenerator.Create().GetBytes(bytes);
            // expect-next state/generated-secret warning
            Settings.JwtToken = Convert.ToBase64String(bytes);
        }
        var nonce = new byte[16];
        RandomNumberGenerator.Fill(nonce);
        // clean-next state/generated-secret -- a value that is no key
        Settings.Instance = Convert.ToBase64String(nonce);
    }
}
public class Startup
{
    public void Configure(IConfiguration configuration)
    {
        // expect-next state/generated-secret error
        configuration["Auth:SigningKey"] = Guid.NewGuid().ToString();
        // clean-next state/generated-secret -- from the configuration
        configuration["Auth:TokenKey"] = configuration["TOKEN_KEY"];
    }
}
public class ResetController : Controller
{
    public void Reset(User user)
    {
        // clean-next state/generated-secret -- a token of one user, kept with the user
        user.AuthToken = Guid.NewGuid().ToString();
    }
}
public static class Tokens
{
    public static async Task ConfigureToken(Setting token, SettingsContext db)
    {
        // clean-next state/generated-secret -- kept in the database that all replicas read
        token.SecurityToken = Guid.NewGuid().ToString();
        await db.SaveChangesAsync();
    }
}
