var builder = WebApplication.CreateBuilder(args);
// expect-next work/in-process-schedule warning
builder.Services.AddQuartz(q => q.AddJob<Nightly>(j => j.WithIdentity("nightly")));
// expect-next work/in-process-schedule error
builder.Services.AddHangfire(c => c.UseMemoryStorage());
builder.Build().Run();
