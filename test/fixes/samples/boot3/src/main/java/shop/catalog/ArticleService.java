package shop.catalog;

import org.springframework.cache.annotation.CacheEvict;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

@Service
public class ArticleService {
    private final JdbcTemplate jdbc;

    public ArticleService(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Cacheable("articles")
    public Article find(String number) {
        return jdbc.queryForObject("select number, name, price from article where number = ?",
                (row, index) -> new Article(row.getString("number"), row.getString("name"), row.getBigDecimal("price")), number);
    }

    @CacheEvict(cacheNames = "articles", key = "#number")
    public void rename(String number, String name) {
        jdbc.update("update article set name = ? where number = ?", name, number);
    }
}
