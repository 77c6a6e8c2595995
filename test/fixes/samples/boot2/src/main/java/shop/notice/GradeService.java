package shop.notice;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

@Service
public class GradeService {
    @Autowired
    private JdbcTemplate jdbc;

    @Cacheable("grades")
    public String gradeOf(String member) {
        return jdbc.queryForObject("select grade from member where id = ?", String.class, member);
    }
}
