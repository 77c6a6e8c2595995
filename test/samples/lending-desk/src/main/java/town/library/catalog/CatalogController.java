package town.library.catalog;

import java.util.List;
import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping("/books")
public class CatalogController {
    private final CatalogService catalog;

    public CatalogController(CatalogService catalog) {
        this.catalog = catalog;
    }

    @GetMapping
    public List<Book> search(@RequestParam String title) {
        return catalog.search(title);
    }

    @GetMapping("/{id}")
    public Book find(@PathVariable Long id) {
        return catalog.find(id);
    }

    @PostMapping
    public Book add(@RequestBody Book book) {
        return catalog.add(book, new Author());
    }
}
