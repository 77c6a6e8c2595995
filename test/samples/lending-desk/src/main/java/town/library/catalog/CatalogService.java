package town.library.catalog;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class CatalogService {
    private final BookRepository books;
    private final AuthorRepository authors;

    public CatalogService(BookRepository books, AuthorRepository authors) {
        this.books = books;
        this.authors = authors;
    }

    public List<Book> search(String title) {
        return books.findByTitle(title);
    }

    public Book find(Long id) {
        return books.findById(id).orElseThrow();
    }

    @Transactional
    public Book add(Book book, Author author) {
        authors.save(author);
        return books.save(book);
    }
}
