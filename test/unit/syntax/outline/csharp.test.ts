import assert from 'node:assert/strict';
import { outlineCsharp } from '../../../../server/src/syntax/outline/csharp.js';
import { inTransaction, routes, tables, uses } from './uses.js';

const outline = outlineCsharp('src/Clinic/Services/VisitService.cs', `
using System.Linq;
using Clinic.Data;
using Pets = Clinic.Data.PetStore;
#region services
namespace Clinic.Services
{
    /// <summary>class Ghost { }</summary>
    [Scoped, Obsolete("old")]
    public partial class VisitService : BaseService, IVisitService
    {
        private readonly IVisitRepository _visits;
        private readonly ClinicContext _context;
        public string Path { get; set; } = @"C:\\";
        public Pet Current => _context.Pets.First();
        public VisitService(IVisitRepository visits, ClinicContext context) : base(context) { _visits = visits; _context = context; }

        public async Task<List<Visit>> OfAsync(int pet, [FromServices] Clock clock = null)
        {
            var found = await _visits.ListAsync(pet);
            foreach (var visit in _visits.All()) visit.Close();
            return found.Where(v => v.IsOpen).ToList();
        }

        int Count() => _context.Set<Visit>().Count();

        void Save(Visit visit, out Owner? owner)
        {
            owner = visit.Pet.Owner;
            if (visit is Check check && check.IsDue()) { }
            _context.Visits.Add(visit);
            _context.SaveChanges();
            var mailer = new Mailer($"to {visit.Name}");
            mailer?.Send();
            Pets.Reset();
        }
        enum State { Open, Closed }
    }
    public record Visit(Pet Pet, string Name);
    public interface IVisitService { int Count(); Visit this[int at] { get; } }
}
`);

describe('The outline of a file of C#', () => {
  it('holds its namespace, usings and types', () => {
    assert.equal(outline.package, 'Clinic.Services');
    assert.deepEqual(outline.packagesImported, ['System.Linq', 'Clinic.Data']);
    assert.deepEqual(outline.imports, { Pets: 'Clinic.Data.PetStore' });
    assert.deepEqual(outline.units.map(({ name, within, kind }) => [name, within, kind]), [
      ['VisitService', undefined, 'class'], ['State', 'VisitService', 'enum'], ['Visit', undefined, 'record'], ['IVisitService', undefined, 'interface'],
    ]);
    const [service, , visit] = outline.units;
    assert.deepEqual([service?.above, service?.marks], [['BaseService', 'IVisitService'], ['Scoped', 'Obsolete']]);
    assert.deepEqual(service?.holds, { _visits: 'IVisitRepository', _context: 'ClinicContext', Path: 'string', Current: 'Pet' });
    assert.deepEqual(visit?.holds, { Pet: 'Pet', Name: 'string' });
    assert.deepEqual(service?.methods.map(({ name, isPublic, result, parameters }) => [name, isPublic, result, parameters.length]), [
      ['<init>', true, undefined, 2], ['OfAsync', true, 'Task<List<Visit>>', 2], ['Count', false, 'int', 0], ['Save', false, 'void', 2],
    ]);
  });

  it('says what methods call', () => {
    const found = uses(outline, 'VisitService');
    assert.deepEqual(found['Count'], ['ClinicContext:Set', 'Visit', 'DbSet<Visit>:Count']);
    assert.deepEqual(found['OfAsync']?.filter((use) => use.includes(':')), [
      'IVisitRepository:ListAsync', 'IVisitRepository:All', 'IVisitRepository.All().*:Close', 'IVisitRepository.ListAsync():Where', 'IVisitRepository.ListAsync().Where():ToList',
    ]);
    assert.deepEqual(found['Save']?.filter((use) => use.includes(':')), ['Check:IsDue', 'ClinicContext.Visits:Add', 'ClinicContext:SaveChanges', 'Mailer:Send', 'Pets:Reset']);
    assert.deepEqual(inTransaction(outline), ['Save']);
  });

  it('knows mapped entities, sets of a context and SQL', () => {
    assert.deepEqual(tables(outlineCsharp('C.cs', `
      [Table("t_owner")] public class Owner { }
      public class ClinicContext : DbContext {
        public DbSet<Pet> Pets { get; set; }
        void Put(Pet pet) { Update(pet); Database.ExecuteSqlRaw(@"update visit set done = 1 where note = ""x"""); }
      }
      class PetMap : IEntityTypeConfiguration<Pet> { public void Configure(EntityTypeBuilder<Pet> builder) { builder.ToTable("Animals"); } }
      class Desk { ClinicContext context; void Take(Pet pet) { context.Remove(pet); } }`)), [
      'Owner owns t_owner entity', 'Pet owns pets model', 'ClinicContext.Put write visit sql', 'Pet owns animals entity', 'Desk.Take write pet model',
    ]);
  });

  it('knows the routes of controllers, by attributes and by convention, of pages and of minimal programs', () => {
    assert.deepEqual(routes(outlineCsharp('V.cs', '[ApiController] [Route("api/[controller]")] public class VisitsController : ControllerBase { [HttpGet("{id:int}")] public Visit Get(int id) => null; [HttpPost] public void Add() { } [HttpGet("/all")] public void All() { } [NonAction] public void Help() { } }')),
      ['GET /api/Visits/{id:int} Get', 'POST /api/Visits Add', 'GET /all All']);
    assert.deepEqual(routes(outlineCsharp('P.cs', 'public class PetController : Controller { public ActionResult Index() { } [HttpPost] public async Task<ActionResult> Edit(Pet pet) { } private ActionResult No() { } public int Help() { } }')),
      ['GET /Pet/Index Index', 'POST /Pet/Edit Edit']);
    assert.deepEqual(routes(outlineCsharp('Web/Pages/Pets/Index.cshtml.cs', 'namespace Web; public class IndexModel : PageModel { public void OnGet() { } public Task OnPostAsync() { } public void Other() { } }')), ['GET /Pets OnGet', 'POST /Pets OnPostAsync']);
    assert.deepEqual(routes(outlineCsharp('Program.cs', 'var app = builder.Build();\napp.MapGet("/pets", () => 1);\napp.Run();')), ['GET /pets Main']);
  });

  it('reads settings', () => {
    assert.deepEqual(outlineCsharp('S.cs', 'class Startup { IConfiguration Configuration; void Go() { var a = Configuration["Mail:Host"]; Configuration.GetConnectionString("Db"); ConfigurationManager.AppSettings["Days"]; } }').settings.map(({ key }) => key), ['Mail:Host', 'Db', 'Days']);
  });
});
