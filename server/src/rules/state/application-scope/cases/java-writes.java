package shop;

import java.util.HashMap;
import java.util.Map;
import javax.faces.context.FacesContext;
import javax.servlet.ServletContext;
import javax.servlet.ServletContextEvent;
import javax.servlet.ServletContextListener;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSessionEvent;
import javax.servlet.http.HttpSessionListener;
import javax.servlet.jsp.PageContext;

class Visits extends HttpServlet {
    private final Notices notices = new Notices();

    @Override
    public void init() {
        // clean-next state/application-scope -- the same in every replica once it runs
        getServletContext().setAttribute("notice", notices.load());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        ServletContext context = request.getServletContext();
        Integer visits = (Integer) context.getAttribute("visits");
        // expect-next state/application-scope error {attribute=visits}
        context.setAttribute("visits", visits + 1);
        //      ^^^^^^^^^^^^ -- carets pin the exact span
        Map<String, Object> rooms = (Map<String, Object>) getServletContext().getAttribute("rooms");
        if (rooms == null) {
            rooms = new HashMap<>();
            // expect-next state/application-scope warning {attribute=rooms}
            getServletContext().setAttribute("rooms", rooms);
        }
        // clean-next state/application-scope -- a path of the deployment
        context.setAttribute("root", request.getContextPath());
        // clean-next state/application-scope -- lives for one request
        request.setAttribute("visits", visits);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        // expect-next state/application-scope warning {attribute=notice}
        getServletContext().setAttribute("notice", notices.load());
        // clean-next state/application-scope -- a constant
        getServletContext().setAttribute("version", "2");
        // expect-next state/application-scope warning {attribute=maintenance}
        getServletContext().setAttribute("maintenance", true);
    }

    void restart() {
        // clean-next state/application-scope -- for the last requests of this process
        getServletContext().setAttribute("app", new Goodbye());
    }

    void rescan() {
        // clean-next state/application-scope -- serves this process alone
        getServletContext().setAttribute("tags", new Tags(getServletContext()));
    }

    void other(PageContext page, Object value) {
        // expect-next state/application-scope warning
        page.setAttribute("banner", value, PageContext.APPLICATION_SCOPE);
        // expect-next state/application-scope warning
        FacesContext.getCurrentInstance().getExternalContext().getApplicationMap().put("bids", value);
    }
}

class Online implements HttpSessionListener {
    @Override
    public void sessionCreated(HttpSessionEvent event) {
        // expect-next state/application-scope warning {attribute=online}
        event.getSession().getServletContext().setAttribute("online", count(1));
    }
}

class Handed {
    private ServletContext context;

    public void setAttribute(String name, Object value) {
        // clean-next state/application-scope -- handed on to another context
        context.setAttribute(name, value);
    }
}

class Start implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        // clean-next state/application-scope -- at the start
        event.getServletContext().setAttribute("codes", new Codes());
        fill(event.getServletContext());
    }

    static void fill(ServletContext context) {
        // clean-next state/application-scope -- handed the context by the listener
        context.setAttribute("menus", new Menus());
    }
}

class ValidatorInput {
    Validator validator(FacesContext context) {
        Object cached = context.getExternalContext().getApplicationMap().get("validators");
        ValidatorFactory factory = null;
        if (cached instanceof ValidatorFactory) {
            factory = (ValidatorFactory) cached;
        } else {
            factory = Validation.buildDefaultValidatorFactory();
            // clean-next state/application-scope -- made from nothing where it is absent, alike in every process
            context.getExternalContext().getApplicationMap().put("validators", factory);
        }
        return factory.getValidator();
    }

    List<Menu> menus(FacesContext context) {
        List<Menu> menus = (List<Menu>) context.getExternalContext().getApplicationMap().get("menus");
        if (menus == null) {
            menus = menuService.findAll();
            // expect-next state/application-scope warning {attribute=menus}
            context.getExternalContext().getApplicationMap().put("menus", menus);
        }
        return menus;
    }
}

class EntryPoint {
    void commence(HttpServletRequest request, HttpServletResponse response) {
        // expect-next state/application-scope warning {attribute=request.getSession().getId()} -- a note about one session
        request.getServletContext().setAttribute(request.getSession().getId(), "local-login");
        // clean-next state/application-scope -- the same for everybody
        request.getServletContext().setAttribute("mode", "local-login");
    }
}

class PageServlet extends FreemarkerServlet {
    TemplateModel createModel(ObjectWrapper wrapper, ServletContext context, HttpServletRequest request) {
        ServletModel model = (ServletModel) templates.get("application");
        if (model.getServlet() == null) {
            model = new ServletModel(this, wrapper);
            // clean-next state/application-scope -- built around this servlet
            context.setAttribute("app.model", model);
            TagLibraries libraries = new TagLibraries(context);
            // clean-next state/application-scope -- built around the context
            context.setAttribute("app.tags", libraries);
        }
        Basket basket = new Basket(request);
        // expect-next state/application-scope warning {attribute=basket}
        context.setAttribute("basket", basket);
        // expect-next state/application-scope warning {attribute=guest} -- what a request brings is data
        context.setAttribute("guest", new Guest(this, request.getParameter("name")));
        return model;
    }
}

class Workers {
    void remember(HttpServletRequest request, ServletContext context) {
        // expect-next state/application-scope warning {attribute=worker} -- this one stands in no context
        context.setAttribute("worker", new Worker(this, request.getParameter("name")));
    }
}

class Tool {
    Catalog catalog(String user) {
        final ServletContext context = new OwnContext("tool");
        XmlWebApplicationContext beans = new XmlWebApplicationContext();
        // clean-next state/application-scope -- the tool has made this context for itself
        context.setAttribute("catalog", load(user));
        return context.getAttribute("catalog");
    }

    void late(ServletContext given, String user, HttpServletRequest request) {
        XmlWebApplicationContext beans = new XmlWebApplicationContext();
        // clean-next state/application-scope -- the container of this process
        given.setAttribute(ROOT, beans);
        ServletContext context = given;
        // expect-next state/application-scope warning {attribute=user} -- the server's context under another name
        context.setAttribute("user", find(user));
    }
}

class RowsServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        ServletContext context = getServletContext();
        // clean-next state/application-scope -- the page of this very request reads it
        context.setAttribute("rows", find(request.getParameter("filter")));
        context.getRequestDispatcher("/admin/rows.jsp").forward(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ServletContext context = getServletContext();
        // expect-next state/application-scope warning {attribute=notice}
        context.setAttribute("notice", request.getParameter("notice"));
        response.sendRedirect("rows");
    }
}

class Lazy {
    private final CatalogService catalogs;

    Lazy(CatalogService catalogs) {
        this.catalogs = catalogs;
    }

    PageFactory pages(HttpServletRequest request) {
        ServletContext context = request.getServletContext();
        PageFactory pages = (PageFactory) context.getAttribute("pages");
        if (pages == null) {
            Properties texts = (Properties) context.getAttribute("texts");
            pages = new PageFactory(catalogs, texts);
            // clean-next state/application-scope -- made of parts of the application where it is absent, and never replaced
            context.setAttribute("pages", pages);
        }
        return pages;
    }

    Notice notice(HttpServletRequest request, String text) {
        ServletContext context = request.getServletContext();
        Notice notice = (Notice) context.getAttribute("first");
        if (notice == null) {
            notice = new Notice(text);
            // expect-next state/application-scope warning {attribute=first} -- what the first request says
            context.setAttribute("first", notice);
        }
        return notice;
    }
}
