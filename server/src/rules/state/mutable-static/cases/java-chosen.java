package shop.quiz;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ConditionalOnProperty(prefix = "shop.quiz", name = "enabled", havingValue = "false")
class TrialQuizController implements QuizController {
    // expect-next state/mutable-static warning {field=openQuizzes, setting=shop.quiz.enabled}
    private final Set<UUID> openQuizzes = new HashSet<>();

    @PostMapping("/quiz")
    public boolean answer(UUID quiz) {
        return openQuizzes.remove(quiz) || openQuizzes.add(quiz);
    }
}

@RestController
@Profile(ShopProfiles.NO_QUIZ)
class ProfiledQuizController implements QuizController {
    // expect-next state/mutable-static warning {field=openQuizzes, setting=ShopProfiles.NO_QUIZ}
    private final Set<UUID> openQuizzes = new HashSet<>();

    @PostMapping("/quiz")
    public boolean answer(UUID quiz) {
        return openQuizzes.remove(quiz) || openQuizzes.add(quiz);
    }
}

@RestController
@Profile("!" + ShopProfiles.NO_QUIZ)
class UsualQuizController implements QuizController {
    // expect-next state/mutable-static error {field=openQuizzes} -- used unless somebody chooses otherwise
    private final Set<UUID> openQuizzes = new HashSet<>();

    @PostMapping("/quiz")
    public boolean answer(UUID quiz) {
        return openQuizzes.remove(quiz) || openQuizzes.add(quiz);
    }
}

@RestController
@ConditionalOnProperty(name = "shop.quiz.enabled", matchIfMissing = true)
class DefaultQuizController implements QuizController {
    // expect-next state/mutable-static error {field=openQuizzes} -- likewise
    private final Set<UUID> openQuizzes = new HashSet<>();

    @PostMapping("/quiz")
    public boolean answer(UUID quiz) {
        return openQuizzes.remove(quiz) || openQuizzes.add(quiz);
    }
}
