package shop.export;

import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class CsvServlet extends HttpServlet {
    // clean-next state/mutable-static -- a race between requests, but each gives it a value of its own first
    private static boolean withBom = false;

    // expect-next state/mutable-static error {field=separator} -- stays when the next request brings none
    private static String separator = ";";

    // expect-next state/mutable-static error {field=lastFile} -- another request asks for it
    private static String lastFile;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        withBom = "1".equals(request.getParameter("bom"));
        String wanted = request.getParameter("separator");
        if (wanted != null) {
            separator = wanted;
        }
        lastFile = request.getParameter("file");
        write(response, lastFile);
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("file", lastFile);
    }

    private static void write(HttpServletResponse response, String file) {
        if (withBom) {
            response.setHeader("bom", separator);
        }
    }
}

@Controller
class Manual {
    // clean-next state/mutable-static -- the text of a file of the application, read where it is absent
    private static String page = "";
    // expect-next state/mutable-static warning {field=address} -- read from the database, and given up by one replica alone
    private static String address = "";
    // expect-next state/mutable-static error {field=visitor} -- what a request brings
    private static String visitor = "";

    @GetMapping("/page")
    String show(HttpServletRequest request) throws Exception {
        String text;
        if (!page.equals("")) {
            text = page;
        } else {
            text = request.getServletContext().getRealPath("/manual/page.html");
            text = Files.readString(Path.of(text));
            page = text;
        }
        return text;
    }

    @GetMapping("/reset")
    String reset(HttpServletRequest request) {
        String before = address;
        address = "";
        return before;
    }

    @GetMapping("/address")
    String address(HttpServletRequest request) {
        if (address.equals("")) {
            Map<String, Object> found = groupDao.selectGroup(request.getParameter("group"));
            address = found.get("address").toString();
        }
        return address;
    }

    @GetMapping("/visit")
    String visit(HttpServletRequest request) {
        visitor = request.getParameter("name");
        return "visit";
    }

    @GetMapping("/visitor")
    String visitor() {
        return visitor;
    }
}
