package shop.tax;

import java.util.List;
import org.slf4j.Logger;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
public class TaxController {
    private Logger logger;
    private TaxRepository taxes;

    // clean-next state/mutable-static -- each request sets it before it looks at it: a race inside the process, not between replicas
    private String year;
    // clean-next state/mutable-static -- so it does here, under a local name of the same
    private String contract;
    // expect-next state/mutable-static error -- what the upload has left is what the save works with
    private String worker;

    @PostMapping("/upload")
    public String upload(@RequestParam String contract, @RequestParam String user, @RequestBody List<String> pages) {
        try {
            if (pages.isEmpty()) return "none";
            this.contract = contract;
            this.worker = user;
            for (String page : pages) {
                if (page != null) {
                    this.year = page.substring(0, 4);
                    parse(page);
                }
            }
        } catch (RuntimeException failure) {
            logger.error("# year : " + this.year);
        }
        return worker;
    }

    @PostMapping("/save")
    public String save(@RequestBody TaxForm form) {
        this.contract = form.contract;
        if (form.getPage() != null) {
            this.year = form.getPage().substring(0, 4);
            if (this.year.equals("2019")) parse(form.getPage());
        }
        return "saved";
    }

    private void parse(String page) {
        taxes.add(this.contract, this.year, page, worker);
    }
}

@Controller
class ReceiptController {
    private TaxRepository taxes;

    // expect-next state/mutable-static error -- set under a condition alone
    private String year;

    @PostMapping("/receipt")
    public String receipt(@RequestParam String given) {
        if (given.length() == 4) {
            year = given;
        }
        taxes.add(year);
        return "added";
    }
}
