var builder = WebApplication.CreateBuilder(args);
// expect-next state/generated-secret warning
builder.Services.AddIdentity<User, Role>();
builder.Services.AddAuthentication().AddJwtBearer();
