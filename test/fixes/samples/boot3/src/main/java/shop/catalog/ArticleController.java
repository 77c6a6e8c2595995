package shop.catalog;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class ArticleController {
    private final ArticleService articles;
    private final SeenArticles seen;

    public ArticleController(ArticleService articles, SeenArticles seen) {
        this.articles = articles;
        this.seen = seen;
    }

    @GetMapping("/articles/seen")
    public List<String> seen() {
        return seen.numbers();
    }

    @GetMapping("/articles/{number}")
    public Article show(@PathVariable("number") String number) {
        seen.add(number);
        return articles.find(number);
    }
}
