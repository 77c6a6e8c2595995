# expect-next image/single-stage warning {image=mcr.microsoft.com/dotnet/sdk:10.0}
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY . .
RUN dotnet publish -c Release -o /out
FROM build AS final
ENTRYPOINT ["dotnet", "/out/Shop.dll"]
