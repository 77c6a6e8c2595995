package shop.setup;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
class SetupPage {
    // clean-next config/hard-coded-host -- a form begins with it, the user writes another one
    private static final String BROKER_SUGGESTION = "tcp://localhost:61616";
    // expect-next config/hard-coded-host warning -- shown, and called as well
    private static final String DATABASE_SUGGESTION = "jdbc:mysql://localhost:3306/shop";

    private Connections connections;

    @GetMapping("/setup")
    ModelAndView form() {
        ModelAndView view = new ModelAndView("setup");
        view.addObject("broker", BROKER_SUGGESTION);
        view.addObject("database", DATABASE_SUGGESTION);
        connections.open(DATABASE_SUGGESTION);
        return view;
    }
}
