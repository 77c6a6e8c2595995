package shop;

import java.util.Locale;
import javax.servlet.http.HttpSession;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.SessionAttributes;
import org.springframework.web.servlet.ModelAndView;
import shop.model.SearchVO;
import shop.model.SessionVO;

// clean-next state/http-session -- nothing here puts such an object into the model
@SessionAttributes(types = SessionVO.class)
class AuthorController extends BaseController {
    String list(@ModelAttribute("searchVO") SearchVO searchVO, ModelMap model) {
        model.addAttribute("authors", searchVO.getAuthors());
        return "authors";
    }
}

// clean-next state/http-session -- a local object that only a service gets
@SessionAttributes(types = SearchVO.class)
class MainController {
    String main(ModelMap model) {
        SearchVO search = new SearchVO();
        model.addAttribute("notices", find(search));
        return "main";
    }

    private Object find(Object search) {
        return search;
    }
}

// clean-next state/http-session -- no value of a type that is named nowhere else
@SessionAttributes(types = SessionVO.class)
class MenuController {
    ModelAndView menu(ModelAndView view) {
        view.addAllObjects(menus.all());
        return view;
    }
}

// expect-next state/http-session error {attribute=SearchVO}
@SessionAttributes(types = SearchVO.class)
class SearchController {
    String search(ModelMap model) {
        SearchVO search = new SearchVO();
        model.addAttribute("search", search);
        return "search";
    }
}

// expect-next state/http-session warning {attribute=wizard}
@SessionAttributes("wizard")
class WizardController {
    @PostMapping("/wizard")
    String next(@ModelAttribute("wizard") Object wizard) {
        return "wizard";
    }
}

// clean-next state/http-session -- no attribute of this name
@SessionAttributes("draft")
class DraftController {
    String show(ModelMap model) {
        model.addAttribute("drafts", "none");
        return "drafts";
    }
}

// expect-next state/http-session warning {attribute=menu} -- one of them may have the name
@SessionAttributes("menu")
class TreeController {
    ModelAndView menu(ModelAndView view) {
        view.addAllObjects(menus.all());
        return view;
    }
}

// expect-next state/http-session warning {attribute=draft} -- what the base class puts there is not known
@SessionAttributes("draft")
class NewDraftController extends BaseController {
}

class Languages {
    void choose(HttpSession session, Locale chosen) {
        // expect-next state/http-session info {attribute=locale}
        session.setAttribute(Resolver.getLocaleAttributeName(), chosen);
    }
}
