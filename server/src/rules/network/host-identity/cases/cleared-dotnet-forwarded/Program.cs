app.UseForwardedHeaders();
