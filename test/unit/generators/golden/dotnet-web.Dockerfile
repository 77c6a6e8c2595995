# syntax=docker/dockerfile:1

# Build. .NET 10.0: Shop.csproj is built for net10.0.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src

# Packages first: this layer is reused until a project file changes.
COPY Shop.csproj ./
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet restore Shop.csproj

COPY . .
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet publish Shop.csproj -c Release -o /out --no-restore -p:UseAppHost=false

# Run: the runtime without the SDK.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app

ENV LANG=C.UTF-8

ENV ASPNETCORE_HTTP_PORTS=8080

COPY --from=build /out/ ./

# The account of the image ($APP_UID) as a number, so that Kubernetes can verify runAsNonRoot.
USER 1654:1654

# The default port of the images of .NET 8 and later.
EXPOSE 8080

ENTRYPOINT ["dotnet", "Shop.dll"]
