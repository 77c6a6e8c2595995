package shop.cart;

import java.util.HashMap;
import java.util.Map;

public class WizardManager {
    // clean-next state/mutable-static -- the bean's scope is prototype
    private final Map<String, String> answers = new HashMap<>();

    public void answer(String question, String text) {
        answers.put(question, text);
    }
}
