public class LibraryClient
{
    private readonly IMemoryCache _cache;
    private readonly IRemoteApi _api;
    public async Task<List<Library>> All(string address)
    {
        var answer = await _api.Libraries(address);
        return answer.Select(Project).ToList();
    }
    private Library Project(Answer answer) => answer.Kind == "collections" ? Note(answer.Id) : new Library(answer.Id);
    private Library Note(string id)
    {
        // expect-next state/in-process-cache info {provider=IMemoryCache}
        _cache.Set("collections", id);
        return null;
    }
}
public class Choices
{
    private readonly IMemoryCache _cache;
    public void Choose(string id) => Note(id);
    private void Note(string id)
    {
        // expect-next state/in-process-cache warning
        _cache.Set("chosen", id);
    }
}
