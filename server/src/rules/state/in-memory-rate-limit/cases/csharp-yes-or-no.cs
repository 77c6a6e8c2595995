using System.Collections.Concurrent;
public static class Runs
{
    // clean-next state/in-memory-rate-limit -- whether a run failed; nobody counts
    private static readonly ConcurrentDictionary<Guid, bool> failedRuns = new();
    // expect-next state/in-memory-rate-limit {name=failedLogins}
    private static readonly ConcurrentDictionary<string, int> failedLogins = new();
    public static void Fail(Guid run) => failedRuns[run] = true;
    public static bool HasFailed(Guid run) => failedRuns.ContainsKey(run);
    public static void Refuse(string user) => failedLogins.AddOrUpdate(user, 1, (_, count) => count + 1);
    public static bool IsLocked(string user) => failedLogins.TryGetValue(user, out var count) && count > 5;
}
