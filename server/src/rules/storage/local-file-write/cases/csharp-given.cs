using System.IO;
public static class Plugins
{
    public static async Task Mark(string name)
    {
        var place = PluginPaths.Installed;
        await Save(Read(place).Append(name), place);
    }
    private static async Task Save(IEnumerable<string> names, string path)
    {
        // expect-next storage/local-file-write warning
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(names));
    }
    private static List<string> Read(string path) => JsonSerializer.Deserialize<List<string>>(File.ReadAllText(path));
}
public static class Exports
{
    public static void To(string folder, Shop shop) => Put(Path.Combine(folder, "shop.json"), shop);
    private static void Put(string path, Shop shop)
    {
        // clean-next storage/local-file-write -- whoever calls the class says where
        File.WriteAllText(path, shop.Text);
    }
}
public static class Passing
{
    public static byte[] Zip(Shop shop)
    {
        var path = Path.Combine(Folders.Work, "shop.json");
        Put(path, shop);
        var zipped = Packer.Pack(path);
        File.Delete(path);
        return zipped;
    }
    private static void Put(string path, Shop shop)
    {
        // clean-next storage/local-file-write -- the caller deletes it again
        File.WriteAllText(path, shop.Text);
    }
}
