FROM registry.example.com/base/runtime:4
COPY . /srv
# expect-next image/package-manager-entry warning {tool=dotnet run}
CMD dotnet run --project Shop.Web
