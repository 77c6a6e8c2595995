using System.Collections.Generic;
public class Pool
{
    private static readonly object gate = new object();
    // clean-next state/mutable-static -- what this process is at: taken out when it is done
    private static List<Work> Running { get; set; }
    // expect-next state/mutable-static warning {field=Done}
    private static List<Work> Done { get; set; }
    private Pool()
    {
        Running = new List<Work>();
        Done = new List<Work>();
    }
    public bool IsFree => Running.Count < 20;
    public bool Knows(Work work) => Done.Contains(work);
    public void Process(Work work)
    {
        try
        {
            lock (gate) { Running.Add(work); }
            work.Run();
            lock (gate) { Done.Add(work); }
        }
        finally
        {
            lock (gate) { Running.Remove(work); }
        }
    }
}
public class Styles
{
    // clean-next state/mutable-static -- objects enter themselves before requests come: two at once would break a table without a lock
    public static Dictionary<string, List<string>> All { get; private set; } = new Dictionary<string, List<string>>();
    // expect-next state/mutable-static warning {field=Seen}
    public static Dictionary<string, string> Seen { get; private set; } = new Dictionary<string, string>();
    private readonly List<string> _own;
    public Styles(string name)
    {
        All.Add(name, new List<string>());
        _own = All[name];
    }
    public void See(string name, string by)
    {
        Seen[name] = by;
    }
}
