import assert from 'node:assert/strict';
import { outlinePython } from '../../../../server/src/syntax/outline/python.js';
import { inTransaction, routes, tables, uses } from './uses.js';

describe('The outline of a file of Python', () => {
  const outline = outlinePython('shop/orders/views.py', `
import shop.mail as mail
from django.db import transaction
from . import services
from .models import Order, Line as OrderLine
from ..stock.api import reserve
from shop.rules import *

"""
class Ghost: pass
"""
service = OrderLine("x")

@transaction.atomic
def place(request, order: Order, *, note="from"):
    line = OrderLine.objects.get(pk=1)
    line.save(); services.check(order)
    for one in Order.objects.filter(
        open=True,
    ):
        one.close()
    reserve(line)
    return _total(
        order)

def _total(order): return mail.price(order)

class OrderView(BaseView, metaclass=Meta):
    model = Order
    repo: OrderLine

    def __init__(self, lines: "OrderLine"):
        self.lines = lines

    async def get(self, request) -> Order:
        with transaction.atomic():
            self.lines.touch()
        super().get(request)
        found = self.model.objects.first()
        found.close()
        return self.helper()

    def helper(self): pass
`);

  it('holds modules, classes and where names come from', () => {
    assert.deepEqual(outline.imports, {
      mail: 'shop/mail', transaction: 'django/db#transaction', services: 'shop/orders#services', Order: 'shop/orders/models#Order', OrderLine: 'shop/orders/models#Line', reserve: 'shop/stock/api#reserve',
    });
    assert.deepEqual(outline.packagesImported, ['shop/rules']);
    assert.deepEqual(outline.units.map(({ name, kind, above }) => [name, kind, above]), [['views', 'module', []], ['OrderView', 'class', ['BaseView']]]);
    assert.deepEqual(outline.units.map(({ holds }) => holds), [{ service: 'OrderLine' }, { model: 'Order', repo: 'OrderLine', lines: 'OrderLine' }]);
  });

  it('says what functions and methods call', () => {
    assert.deepEqual(uses(outline, 'views'), {
      place: ['Order', 'transaction.atomic', 'OrderLine.objects:get', 'OrderLine:save', 'services:check', 'Order.objects:filter', 'Order:close', 'reserve:reserve', 'views:_total'],
      _total: ['mail:price'],
    });
    assert.deepEqual(uses(outline, 'OrderView')['get'], ['Order', 'transaction:atomic', 'OrderLine:touch', 'BaseView:get', 'Order.objects:first', 'Order:close', 'OrderView:helper']);
    assert.deepEqual(inTransaction(outline), ['place', 'get']);
  });

  it('knows models with their tables, and SQL', () => {
    assert.deepEqual(tables(outlinePython('shop/orders/models.py', `
class Order(models.Model):
    owner = models.ForeignKey("members.Member", on_delete=1)
    class Meta:
        db_table = "t_order"
class Line(models.Model):
    pass
class Base(models.Model):
    class Meta:
        abstract = True
class Manager(models.Manager):
    def open(self):
        self.raw("select * from audit "
                 "join t_order on 1 = 1")
        log("from the shop import nothing")
`)), ['Manager.open read audit sql', 'Manager.open read t_order sql', 'Order owns t_order entity', 'Line owns orders_line entity']);
    assert.deepEqual(tables(outlinePython('app/db.py', 'class OpenLoan(db.Model):\n  id = 1\nclass Fee(Base):\n  __tablename__ = "fees"\n')), ['OpenLoan owns open_loan entity', 'Fee owns fees entity']);
  });

  it('knows the routes of Flask, FastAPI and Django', () => {
    assert.deepEqual(routes(outlinePython('a.py', 'bp = Blueprint("x", __name__, url_prefix="/desk")\n@bp.route("/<int:id>", methods=["GET", "POST"])\ndef desk(id): pass\n@app.get("/books/{id}")\nasync def book(id): pass\n')), ['GET /desk/{id} desk', 'POST /desk/{id} desk', 'GET /books/{id} book']);
    assert.deepEqual(routes(outlinePython('shop/urls.py', `
from . import views
from .views import detail, ListView
urlpatterns = [
    path("orders/<int:pk>/", views.order),
    re_path(r"^list/$", ListView.as_view(), name="list"),
    path("detail", login_required(detail)),
    path("api/", include("shop.api.urls")),
]
`)), ['ANY /orders/{pk} -> views:order', 'ANY /list -> ListView', 'ANY /detail -> detail:detail', 'USE /api -> ~shop/api/urls']);
  });

  it('knows classes that are loaded by their names, and settings', () => {
    const loaded = outlinePython('a.py', 'Line = get_model("basket", "Line")\nForm, Box = get_classes("basket.forms", ["Form", "Box"])\nimport os\nos.environ["A"]\nos.environ.get("B")\nos.getenv("C")\n');
    assert.deepEqual(loaded.imports, { Line: '~basket/models#Line', Form: '~basket/forms#Form', Box: '~basket/forms#Box', os: 'os' });
    assert.deepEqual(loaded.settings.map(({ key }) => key), ['A', 'B', 'C']);
  });
});
