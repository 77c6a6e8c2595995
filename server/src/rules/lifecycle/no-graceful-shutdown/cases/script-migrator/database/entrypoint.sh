#!/bin/bash
# clean-next lifecycle/no-graceful-shutdown -- brings the database up to date and ends
dotnet ShopMigrator.dll "$CONNECTION" "/migrations"
