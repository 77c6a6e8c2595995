package shop.map;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

@Service
class MapperFactory {
    // clean-next state/mutable-static -- only the constructor calls what fills it
    Map<Integer, Mapper> mappers = new HashMap<>();

    private final List<Mapper> found;

    MapperFactory(List<Mapper> found) {
        this.found = found;
        initMappers();
    }

    void initMappers() {
        mappers = new HashMap<>();
        for (Mapper mapper : found) {
            mappers.put(mapper.hashCode(), mapper);
        }
    }
}

@Service
class UserMapperFactory {
    // expect-next state/mutable-static warning {field=users}
    Map<String, User> users = new HashMap<>();

    private UserRepository userRepository;

    UserMapperFactory(UserRepository userRepository) {
        this.userRepository = userRepository;
        initUsers();
    }

    void initUsers() {
        users.clear();
        for (User user : userRepository.findAll()) {
            users.put(user.getName(), user);
        }
    }

    public void reset() {
        initUsers();
    }
}

@Service
class ContentFactory {
    private List<ContentProvider> providers;

    // clean-next state/mutable-static -- objects made for the object that is handed in, which loads nothing
    private final Map<String, Content> contents = new ConcurrentHashMap<>();

    // expect-next state/mutable-static info {field=pages}
    private final Map<String, Content> pages = new ConcurrentHashMap<>();

    private PageRepository pageRepository;

    public Content contentOf(Shelf shelfRepo) {
        String id = shelfRepo.getId();
        Content content = contents.get(id);
        if (content != null && content.getShelf() == shelfRepo) {
            return content;
        }
        ContentProvider provider = providers.get(0);
        content = provider.createContent(shelfRepo);
        contents.put(id, content);
        return content;
    }

    public Content pageOf(String id) {
        Content page = pages.get(id);
        if (page != null) {
            return page;
        }
        page = pageRepository.findOne(id);
        pages.put(id, page);
        return page;
    }
}
