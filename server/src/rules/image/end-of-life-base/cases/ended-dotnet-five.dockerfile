# expect-next image/end-of-life-base warning {product=.NET 5}
FROM mcr.microsoft.com/dotnet/aspnet:5.0-buster-slim
COPY shop /srv/shop
CMD ["/srv/shop/start"]
