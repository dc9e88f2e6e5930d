package dev.millrace.broker.groups;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
final class GroupsController {

    private final GroupWatch watch;

    GroupsController(GroupWatch watch) {
        this.watch = watch;
    }

    /** Every group, partition by partition: how far it is, whether it keeps up, and what to do if not. */
    @GetMapping("/groups")
    List<JudgedGroup> groups() {
        return watch.groups();
    }

    /** One group; 404 for one that has committed no offset. */
    @GetMapping("/groups/{name}")
    JudgedGroup group(@PathVariable String name) {
        return watch.groups().stream()
                .filter(group -> group.group().equals(name))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no group " + name));
    }
}
