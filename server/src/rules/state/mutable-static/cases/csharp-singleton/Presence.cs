using System.Collections.Concurrent;
public class Presence : IPresence
{
    // expect-next state/mutable-static info {field=users}
    private readonly ConcurrentDictionary<string, User> users = new();
    public void Enter(User user) => users[user.Id] = user;
    public bool IsHere(string id) => users.ContainsKey(id);
}
public class Basket
{
    // clean-next state/mutable-static -- one for each request
    private readonly ConcurrentDictionary<string, Item> items = new();
    public void Put(Item item) => items[item.Id] = item;
    public Item Get(string id) => items[id];
}
