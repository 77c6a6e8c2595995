using System.Web;
using System.Web.Caching;
public class Dependents
{
    public List<Package> Of(string id)
    {
        var found = _packageService.GetDependents(id);
        // expect-next state/in-process-cache info {name=dependents_*}
        HttpContext.Current.Cache.Add($"dependents_{id}", found, null, DateTime.UtcNow.AddSeconds(_settings.CacheSeconds), Cache.NoSlidingExpiration, CacheItemPriority.Default, null);
        return found;
    }
}
public class Owners
{
    public List<Owner> Of(string id)
    {
        var found = _ownerService.GetOwners(id);
        // expect-next state/in-process-cache warning {name=owners_*}
        HttpContext.Current.Cache.Add($"owners_{id}", found, null, DateTime.UtcNow.AddSeconds(_settings.CacheSeconds), Cache.NoSlidingExpiration, CacheItemPriority.Default, null);
        return found;
    }
    public void Changed(string id) => HttpContext.Current.Cache.Remove($"owners_{id}");
}
