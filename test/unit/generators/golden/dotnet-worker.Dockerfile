# syntax=docker/dockerfile:1

# Build. .NET 10.0: Mail.csproj is built for net10.0.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src

# Packages first: this layer is reused until a project file changes.
COPY Mail.csproj ./
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet restore Mail.csproj

COPY . .
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet publish Mail.csproj -c Release -o /out --no-restore -p:UseAppHost=false

# Run: the runtime without the SDK.
FROM mcr.microsoft.com/dotnet/runtime:10.0
WORKDIR /app

ENV LANG=C.UTF-8

COPY --from=build /out/ ./

# The account of the image ($APP_UID) as a number, so that Kubernetes can verify runAsNonRoot.
USER 1654:1654

ENTRYPOINT ["dotnet", "Mail.dll"]
