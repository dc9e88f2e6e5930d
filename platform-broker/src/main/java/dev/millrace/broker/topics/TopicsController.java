package dev.millrace.broker.topics;

import dev.millrace.broker.ConditionalOnControl;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ConditionalOnControl
final class TopicsController {

    private final Topics topics;

    TopicsController(Topics topics) {
        this.topics = topics;
    }

    /** What is declared, and in what the cluster differs from it. */
    @GetMapping("/topics")
    Overview overview() {
        var differences =
                topics.differences().stream().map(TopicDifference::toString).toList();
        return new Overview(topics.catalogue().topics(), differences);
    }

    record Overview(List<Topic> declared, List<String> differences) {}
}
