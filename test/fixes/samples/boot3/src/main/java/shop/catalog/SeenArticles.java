package shop.catalog;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.SessionScope;

/** The articles that a visitor looked at, oldest first. */
@Component
@SessionScope
public class SeenArticles implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<String> numbers = new ArrayList<>();

    public void add(String number) {
        numbers.add(number);
    }

    public List<String> numbers() {
        return List.copyOf(numbers);
    }
}
