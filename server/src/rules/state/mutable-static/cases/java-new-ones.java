package shop.web;

import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

@Component
class Answer {
    private static Texts texts;
    // clean-next state/mutable-static -- each answer is an object of its own; the bean only hands the texts in
    private final Map<String, Object> data = new HashMap<>();

    @Autowired
    public void setTexts(Texts texts) {
        Answer.texts = texts;
    }

    static ResponseEntity<Answer> ok(String key, Object value) {
        Answer answer = new Answer();
        answer.add(key, value);
        return new ResponseEntity<>(answer, HttpStatus.OK);
    }

    static ResponseEntity<Answer> failed(String code) {
        return new ResponseEntity<>(new Answer().add("error", texts.of(code)), HttpStatus.BAD_REQUEST);
    }

    public Answer add(String key, Object value) {
        data.put(key, value);
        return this;
    }

    public Object get(String key) {
        return data.get(key);
    }
}

@Component
class Baskets {
    // expect-next state/mutable-static {field=open} -- what it hands out is another class
    private final Map<String, Object> open = new HashMap<>();

    static Basket empty() {
        return new Basket();
    }

    public void keep(String user, Object basket) {
        open.put(user, basket);
    }

    public Object of(String user) {
        return open.get(user);
    }
}
