#!/bin/bash
# expect-next lifecycle/no-graceful-shutdown warning
dotnet Shop.Api.dll
