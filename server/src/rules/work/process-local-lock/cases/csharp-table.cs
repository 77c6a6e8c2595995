public class ImportLocks : IImportLocks
{
    // expect-next work/process-local-lock warning {method=LockSupplier}
    private readonly ConcurrentDictionary<int, byte> _suppliers = new();
    //                                               ^^^^^^^^^^
    // clean-next work/process-local-lock -- the same design
    private readonly HashSet<string> _files = new();
    public bool LockSupplier(int id) => !_suppliers.ContainsKey(id) && _suppliers.TryAdd(id, 0);
    public bool UnlockSupplier(int id) => _suppliers.TryRemove(id, out _);
    public bool TryLockFile(string name) => _files.Add(name);
    public void ReleaseFile(string name) => _files.Remove(name);
}
public class MemoryLeases : ILeases
{
    // expect-next work/process-local-lock info {method=AcquireAsync}
    private readonly HashSet<string> _held = new();
    public async Task<bool> AcquireAsync(string id) { lock (_held) { return _held.Add(id); } }
    public async Task ReleaseAsync(string id) { lock (_held) { _held.Remove(id); } }
}
public class Gates
{
    // clean-next work/process-local-lock -- what keeps threads apart while one file is read
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new();
    public bool Lock(string path) => _gates.TryAdd(path, new SemaphoreSlim(1));
    public void Unlock(string path) => _gates.TryRemove(path, out _);
}
public class LockedUsers
{
    // clean-next work/process-local-lock -- nobody is told whether they got it
    private readonly HashSet<int> _locked = new();
    public void Lock(int user) => _locked.Add(user);
    public void Unlock(int user) => _locked.Remove(user);
}
public class RedisLeases : ILeases
{
    // clean-next work/process-local-lock -- those of this replica among the ones that Redis keeps
    private readonly ConcurrentDictionary<string, string> _own = new();
    public async Task<bool> AcquireAsync(string id) => await _database.LockTakeAsync(id, Me, Time) && _own.TryAdd(id, Me);
    public async Task ReleaseAsync(string id) { _own.TryRemove(id, out _); await _database.LockReleaseAsync(id, Me); }
}
