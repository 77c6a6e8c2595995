var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDistributedMemoryCache();
// expect-next state/http-session {setting=AddSession() with AddDistributedMemoryCache()}
builder.Services.AddSession(o => o.IdleTimeout = TimeSpan.FromMinutes(20));
//               ^^^^^^^^^^
var app = builder.Build();
app.UseSession();
app.MapPost("/cart/{id}", (HttpContext context, int id) =>
{
    // expect-next state/http-session
    context.Session.SetInt32("cart", id);
    return Results.Ok();
});
app.Run();
