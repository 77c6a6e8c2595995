package shop.web;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class EditorServlet extends HttpServlet {
    // clean-next state/in-memory-sequence -- the name of an element, which has to differ within one page
    private static int counter = 0;
    // expect-next state/in-memory-sequence error -- the number is stored beside
    private static int orderNo = 0;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute("editorId", createUniqueEditorId());
        String orderId = createOrderId();
        request.setAttribute("orderId", orderId);
        save(orderId);
    }

    private String createUniqueEditorId() {
        return "inline-editor-" + counter++;
    }

    private String createOrderId() {
        return "order-" + orderNo++;
    }

    private void save(String id) {
    }
}
