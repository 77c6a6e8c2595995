package shop.web;

import com.opensymphony.xwork2.ActionSupport;
import java.util.HashMap;
import java.util.Map;

public class SearchAction extends ActionSupport {
    // clean-next state/mutable-static -- Struts 2 makes an action for each request
    private final Map<String, String> criteria = new HashMap<>();
    private String query;

    public String execute() {
        criteria.put("query", query);
        return SUCCESS;
    }
}
