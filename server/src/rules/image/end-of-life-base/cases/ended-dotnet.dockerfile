# expect-next image/end-of-life-base warning {product=.NET 3.1}
FROM mcr.microsoft.com/dotnet/core/aspnet:3.1
COPY shop /srv/shop
CMD ["/srv/shop/start"]
