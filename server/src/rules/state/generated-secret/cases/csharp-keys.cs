var builder = WebApplication.CreateBuilder(args);
// expect-next state/generated-secret error {call=AddCookie()}
builder.Services.AddAuthentication("cookie").AddCookie("cookie");
//                                           ^^^^^^^^^
// expect-next state/generated-secret error
var key = new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32));
// clean-next state/generated-secret -- from the configuration
var other = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(builder.Configuration["Jwt:Key"]));
builder.Build().Run();
