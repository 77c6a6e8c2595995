FROM registry.example.com/base/runtime:4
WORKDIR /srv
COPY . .
# expect-next image/build-at-start warning {tool=dotnet publish}
CMD dotnet publish -c Release -o out && exec dotnet out/Shop.dll
