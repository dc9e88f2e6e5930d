package dev.millrace.broker.topics;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class TopicsController {

    private final Topics topics;

    TopicsController(Topics topics) {
        this.topics = topics;
    }

    @GetMapping("/topics")
    Overview overview() {
        return new Overview(topics.catalogue().topics(), topics.differences());
    }

    record Overview(List<Topic> declared, List<Difference> differences) {}
}
