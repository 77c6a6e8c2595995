using System.Threading;
public class OrderNumbers
{
    // expect-next state/in-memory-sequence {field=last}
    private static int last = 1000;
    // clean-next state/in-memory-sequence -- only counts requests
    private static long hits;
    public int NextOrderNumber() => Interlocked.Increment(ref last);
    public long Hit() { Interlocked.Increment(ref hits); return hits; }
}
public class TicketController : ControllerBase
{
    // expect-next state/in-memory-sequence {field=nextId}
    private static int nextId;
    [HttpPost] public Ticket Create(Ticket ticket)
    {
        ticket.Id = nextId++;
        return ticket;
    }
}
