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
