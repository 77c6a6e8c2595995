# clean-next image/root-user -- Windows has no root
FROM mcr.microsoft.com/dotnet/aspnet:10.0-nanoserver-ltsc2022
WORKDIR /app
COPY publish ./
ENTRYPOINT ["dotnet", "Shop.Web.dll"]
