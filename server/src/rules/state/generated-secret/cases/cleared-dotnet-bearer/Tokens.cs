public static class Tokens
{
    public static void AddTokens(this IServiceCollection services, IConfiguration configuration) =>
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(o => o.Authority = configuration["Authority"]);
}
