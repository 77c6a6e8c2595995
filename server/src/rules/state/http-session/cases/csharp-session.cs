using System.Web;
using NHibernate;

namespace Shop.Web
{
    public class CartController : Controller
    {
        private const string CartKey = "ShoppingCart";

        public ActionResult Add(int id)
        {
            // expect-next state/http-session error {attribute=ShoppingCart}
            HttpContext.Session[CartKey] = id;
            //          ^^^^^^^
            // expect-next state/http-session warning {attribute=LastProduct}
            System.Web.HttpContext.Current.Session.Add("LastProduct", id);
            //                                     ^^^
            // expect-next state/http-session warning
            this.HttpContext.Session["flash_message"] = "saved";
            // clean-next state/http-session -- taken away
            HttpContext.Session["ShoppingCart"] = null;
            // clean-next state/http-session -- taken away as well
            HttpContext.Session.Set<Payment>("Payment", null);
            // clean-next state/http-session -- a read
            var cart = HttpContext.Session["ShoppingCart"];
            var session = HttpContext.Session;
            // expect-next state/http-session warning
            session["Coupon"] = id;
            return View();
        }

        public void Orders(ISessionFactory factory)
        {
            using (var session = factory.OpenSession())
            {
                // clean-next state/http-session -- a session of NHibernate
                session.Set("x", 1);
            }
        }
    }
}
